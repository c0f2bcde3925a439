// Reads the properties of an interface or class out of a .d.ts file: syntax only, no type checker.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Properties by declaration name ("ContainerEngine.NodePoolNode" inside a namespace). */
export function readDeclarations(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = new Map();
  collect(source.statements, '', found);
  return found;
}

function collect(statements, prefix, found) {
  for (const node of statements) {
    if (ts.isModuleDeclaration(node)) {
      collect(node.body.statements, `${prefix}${node.name.text}.`, found);
    } else if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) {
      found.set(prefix + node.name.text, node.members.filter(isProperty).map(readProperty));
    }
  }
}

function isProperty(member) {
  return ts.isPropertySignature(member) || ts.isPropertyDeclaration(member);
}

function readProperty(member) {
  const { type, optional } = readType(member.type);
  return {
    name: member.name.text,
    type,
    required: !member.questionToken && !optional,
    updatable: /^(\(\w+\) )?\(Updatable/.test(comment(member)),
    deprecated: ts.getJSDocDeprecatedTag(member) !== undefined,
  };
}

/** The comment's own text; only its head is looked at, and none of it is kept. */
function comment(member) {
  const text = member.jsDoc?.at(-1)?.comment;
  return (ts.getTextOfJSDocComment(text) ?? '').trim();
}

/** The type in the schema's notation, with pulumi.Input and pulumi.Output taken off. */
function readType(node) {
  if (ts.isUnionTypeNode(node)) {
    const kinds = node.types.filter((each) => each.kind !== ts.SyntaxKind.UndefinedKeyword);
    if (kinds.length !== 1) throw new Error(`A union of several types: ${node.getText()}`);
    return { type: readType(kinds[0]).type, optional: kinds.length < node.types.length };
  }
  if (ts.isArrayTypeNode(node)) return { type: `list<${readType(node.elementType).type}>` };
  if (ts.isTypeLiteralNode(node)) return { type: `map<${readType(node.members[0].type).type}>` };
  if (ts.isTypeReferenceNode(node)) return readReference(node);
  const type = KEYWORDS[node.kind];
  if (!type) throw new Error(`A type this extractor does not know: ${node.getText()}`);
  return { type };
}

function readReference(node) {
  const name = node.typeName.getText();
  if (name === 'pulumi.Input' || name === 'pulumi.Output') return readType(node.typeArguments[0]);
  const [space, module, type] = name.split('.');
  if (space !== 'inputs' && space !== 'outputs') throw new Error(`An unknown reference: ${name}`);
  return { type: `${module}/${type}` };
}

const KEYWORDS = {
  [ts.SyntaxKind.StringKeyword]: 'string',
  [ts.SyntaxKind.NumberKeyword]: 'integer',
  [ts.SyntaxKind.BooleanKeyword]: 'boolean',
  [ts.SyntaxKind.AnyKeyword]: 'any',
};
