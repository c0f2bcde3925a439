// Reads the sources of the official OCI Go SDK and prints as one JSON object which operations and which request models
// it has: facts to compare the local cloud with.
//
//	go run ./operations core containerengine identity logging
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
)

const sdk = "github.com/oracle/oci-go-sdk/v65/"

type operation struct {
	Service string `json:"service"`
	Name    string `json:"name"`
	Method  string `json:"method"`
	Path    string `json:"path"`
}

// field of a model, as its struct tag says.
type field struct {
	Mandatory bool   `json:"mandatory"`
	Type      string `json:"type"`
}

type facts struct {
	Operations []operation                 `json:"operations"`
	Models     map[string]map[string]field `json:"models"`
}

func main() {
	found := facts{Models: map[string]map[string]field{}}
	for _, service := range os.Args[1:] {
		if err := found.read(service); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(found); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func (f *facts) read(service string) error {
	out, err := exec.Command("go", "list", "-f", "{{.Dir}}", sdk+service).Output()
	if err != nil {
		return fmt.Errorf("the SDK's package %s was not found: %w", service, err)
	}
	files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(out)), "*.go"))
	if err != nil {
		return err
	}
	for _, name := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, declaration := range parsed.Decls {
			switch d := declaration.(type) {
			case *ast.FuncDecl:
				f.operation(service, d)
			case *ast.GenDecl:
				f.models(service, d)
			}
		}
	}
	return nil
}

// operation finds the call request.HTTPRequest(http.MethodPost, "/vcns", …) or its like in a function.
func (f *facts) operation(service string, function *ast.FuncDecl) {
	ast.Inspect(function, func(node ast.Node) bool {
		call, ok := node.(*ast.CallExpr)
		if !ok || len(call.Args) < 2 {
			return true
		}
		callee, ok := call.Fun.(*ast.SelectorExpr)
		method, isMethod := call.Args[0].(*ast.SelectorExpr)
		path, isPath := call.Args[1].(*ast.BasicLit)
		if ok && strings.HasSuffix(callee.Sel.Name, "HTTPRequest") && isMethod && isPath {
			text, _ := strconv.Unquote(path.Value)
			f.Operations = append(f.Operations, operation{
				service, strings.ToUpper(function.Name.Name[:1]) + function.Name.Name[1:],
				strings.ToUpper(strings.TrimPrefix(method.Sel.Name, "Method")), text,
			})
		}
		return true
	})
}

func (f *facts) models(service string, declaration *ast.GenDecl) {
	for _, spec := range declaration.Specs {
		named, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		body, ok := named.Type.(*ast.StructType)
		if !ok || !strings.HasSuffix(named.Name.Name, "Details") {
			continue
		}
		fields := map[string]field{}
		for _, each := range body.Fields.List {
			if each.Tag == nil {
				continue
			}
			text, _ := strconv.Unquote(each.Tag.Value)
			tag := reflect.StructTag(text)
			if name, _, _ := strings.Cut(tag.Get("json"), ","); name != "" {
				fields[name] = field{tag.Get("mandatory") == "true", kind(each.Type)}
			}
		}
		f.Models[service+"."+named.Name.Name] = fields
	}
}

// kind of a field: string, int, float, bool, list, map, or the name of a type.
func kind(expression ast.Expr) string {
	switch e := expression.(type) {
	case *ast.StarExpr:
		return kind(e.X)
	case *ast.ArrayType:
		return "list"
	case *ast.MapType:
		return "map"
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.Ident:
		switch {
		case strings.HasPrefix(e.Name, "int"):
			return "int"
		case strings.HasPrefix(e.Name, "float"):
			return "float"
		default:
			return e.Name
		}
	default:
		return "any"
	}
}
