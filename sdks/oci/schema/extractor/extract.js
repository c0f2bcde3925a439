// Writes schema.json from npm @pulumi/oci, or with --check says whether the checked-in file still
// follows from it. The package comes from `npm pack`, or as an argument: extract.js [--check] [archive.tgz]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSchema } from './schema.js';
import { PACKAGE } from './selection.js';

const SCHEMA = path.join(
  import.meta.dirname,
  '../src/main/resources/dev/podnet/oci/schema/schema.json',
);

const args = process.argv.slice(2);
const scratch = mkdtempSync(path.join(tmpdir(), 'podnet-extract-'));
try {
  const archive = args.find((each) => !each.startsWith('--')) ?? pack(scratch);
  const text = render(buildSchema(unpack(archive, scratch)));
  if (args.includes('--check')) check(text);
  else writeFileSync(SCHEMA, text);
} finally {
  rmSync(scratch, { recursive: true });
}

function pack(folder) {
  const spec = `${PACKAGE.name}@${PACKAGE.version}`;
  const file = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, spec]);
  return path.join(folder, file.toString().trim());
}

function unpack(archive, folder) {
  const hash = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (`sha512-${hash}` !== PACKAGE.integrity) {
    throw new Error(`${archive} is not ${PACKAGE.name} ${PACKAGE.version}: its hash differs`);
  }
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
  return path.join(folder, 'package');
}

/** One property a line, so that a change of the package reads as a change of facts. */
function render(schema) {
  const pretty = JSON.stringify(schema, undefined, 1);
  const property = /\{\n\s+"type": [^{}]+\}/g;
  return `${pretty.replace(property, (each) => each.replace(/\n\s*/g, ' '))}\n`;
}

function check(text) {
  const current = existsSync(SCHEMA) ? readFileSync(SCHEMA, 'utf8') : '';
  if (current !== text) {
    console.error(`schema.json does not follow from ${PACKAGE.name} ${PACKAGE.version}: run "npm run extract".`);
    process.exitCode = 1;
  }
}
