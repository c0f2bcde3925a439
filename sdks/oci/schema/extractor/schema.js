// Builds the schema from the unpacked npm package: facts only, no prose.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Corrections } from './corrections.js';
import { readDeclarations } from './declarations.js';
import { FLOATS, FUNCTIONS, PACKAGE, RESOURCES } from './selection.js';

export function buildSchema(root) {
  const builder = new SchemaBuilder(root);
  const schema = {
    name: 'oci',
    version: PACKAGE.version,
    provider: builder.provider(),
    resources: sorted(pairs(RESOURCES).map(([module, name]) => builder.resource(module, name))),
    functions: sorted(pairs(FUNCTIONS).map(([module, name]) => builder.fn(module, name))),
    types: builder.types(),
  };
  builder.corrections.expectAllUsed();
  return schema;
}

class SchemaBuilder {
  constructor(root) {
    this.root = root;
    this.inputTypes = readDeclarations(path.join(root, 'types/input.d.ts'));
    this.outputTypes = readDeclarations(path.join(root, 'types/output.d.ts'));
    this.corrections = new Corrections();
    this.reached = { inputs: new Map(), outputs: new Map() };
  }

  provider() {
    const declared = readDeclarations(path.join(this.root, 'provider.d.ts'));
    const script = readFileSync(path.join(this.root, 'provider.js'), 'utf8');
    const secret = secrets(script);
    return {
      inputs: this.properties(declared.get('ProviderArgs'), 'inputs', { secret }),
      outputs: this.properties(declared.get('Provider'), 'outputs', { secret }),
    };
  }

  resource(module, name) {
    const { declared, script } = this.read(module, name);
    const secret = secrets(script);
    const owner = `${module}/${name}`;
    const inputs = this.properties(declared.get(`${name}Args`), 'inputs', {
      secret,
      replaces: true,
      owner,
    });
    const outputs = this.properties(declared.get(name), 'outputs', { secret });
    this.properties(declared.get(`${name}State`), 'inputs', {});
    expectSameNames(declared.get(`${name}State`), { ...inputs, ...outputs }, owner);
    return [token(script, /__pulumiType = '([^']+)'/), { inputs, outputs }];
  }

  fn(module, name) {
    const { declared, script } = this.read(module, name);
    const type = name[0].toUpperCase() + name.slice(1);
    return [
      token(script, /runtime\.invoke\("([^"]+)"/),
      {
        inputs: this.properties(declared.get(`${type}Args`) ?? [], 'inputs', {}),
        outputs: this.properties(declared.get(`${type}Result`), 'outputs', {}),
      },
    ];
  }

  /** Object types reached from the selection, each with the shape it has as input and as output. */
  types() {
    const names = new Set([...this.reached.inputs.keys(), ...this.reached.outputs.keys()]);
    return sorted(
      [...names].map((name) => [
        name,
        { inputs: this.reached.inputs.get(name), outputs: this.reached.outputs.get(name) },
      ]),
    );
  }

  read(module, name) {
    const base = path.join(this.root, module.toLowerCase(), name[0].toLowerCase() + name.slice(1));
    return {
      declared: readDeclarations(`${base}.d.ts`),
      script: readFileSync(`${base}.js`, 'utf8'),
    };
  }

  properties(declared, side, { secret = new Set(), replaces = false, owner = '' }) {
    const facts = declared.map((each) => {
      const type = FLOATS[owner]?.includes(each.name) ? 'number' : each.type;
      this.reach(type, side, replaces);
      return [
        each.name,
        {
          type,
          required: each.required || undefined,
          replaces: (replaces && this.replaces(owner, each)) || undefined,
          secret: secret.has(each.name) || undefined,
          deprecated: each.deprecated || undefined,
        },
      ];
    });
    return sorted(facts);
  }

  replaces(owner, declared) {
    return this.corrections.replaces(owner, declared.name, !declared.updatable);
  }

  reach(type, side, replaces) {
    const name = type.match(/[A-Z]\w*\/\w+/)?.[0];
    if (!name || this.reached[side].has(name)) return;
    this.reached[side].set(name, {}); // before the descent, should a type contain itself
    const declared = (side === 'inputs' ? this.inputTypes : this.outputTypes).get(name.replace('/', '.'));
    if (!declared) throw new Error(`No declaration of ${name} among the ${side}`);
    this.reached[side].set(name, this.properties(declared, side, { replaces, owner: name }));
  }
}

function token(script, pattern) {
  const match = script.match(pattern);
  if (!match) throw new Error(`No token that matches ${pattern}`);
  return match[1];
}

/** Secret as an output (additionalSecretOutputs) or made so on the way in (pulumi.secret). */
function secrets(script) {
  const outputs = script.match(/additionalSecretOutputs: (\[[^\]]*\])/);
  const inputs = [...script.matchAll(/pulumi\.secret\(args\.(\w+)\)/g)].map((match) => match[1]);
  return new Set([...(outputs ? JSON.parse(outputs[1]) : []), ...inputs]);
}

/** The schema keeps no state class: it must follow from inputs and outputs. */
function expectSameNames(state, known, resource) {
  const names = state.map((each) => each.name).sort();
  if (names.join() !== Object.keys(known).sort().join()) {
    throw new Error(`The state of ${resource} is not the union of its inputs and outputs`);
  }
}

function pairs(selection) {
  return Object.entries(selection).flatMap(([module, names]) => names.map((name) => [module, name]));
}

function sorted(entries) {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
