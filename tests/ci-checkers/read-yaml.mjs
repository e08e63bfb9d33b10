// Whether readers of YAML get from a file what was meant.
// node --import ./jsonhook.mjs read-yaml.mjs <cases.json>    cases: [{file, meant: {part: [text]}, keys: [text]}], texts as base64 of UTF-16, so that halves of
// characters survive. The file holds the texts once per part, and as keys, numbered, in a map `keys`. With {file, workflow: true, env, scripts} GitHub's whole
// parser reads it. One JSON line per mismatch; the last line counts what was compared.
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { YamlObjectReader } from '@actions/workflow-parser/workflows/yaml-object-reader';
import jsYaml from 'js-yaml';
import fs from 'node:fs';
import yaml from 'yaml';
import { child, valueOf } from './github/values.mjs';

const readers = {
  'yaml 1.1': text => yaml.parse(text, { version: '1.1' }),
  'yaml 1.2': text => yaml.parse(text, { version: '1.2' }),
  'js-yaml': text => jsYaml.load(text),
  github: readAsGitHub,
};

// Where the texts stand in each part of a file.
const item = (part, index) => [part?.[index]];
const shapes = {
  values: item,
  scripts: item,
  quoted: item,
  inline: (part, index) => [part?.[`k${index}`]?.[0], part?.[`k${index}`]?.[2]],
  maps: (part, index) => [part?.[index]?.v, part?.[index]?.w],
  inlineMaps: (part, index) => [part?.[index]?.v],
};
let compared = 0;

function readAsGitHub(text) {
  const reader = new YamlObjectReader(0, text);
  if (reader.errors.length > 0) throw new Error(reader.errors[0].message);
  const value = () => {
    const mapping = reader.allowMappingStart();
    if (mapping) return read(() => reader.allowMappingEnd(), entries => Object.fromEntries(entries), () => [value(), value()]);
    return reader.allowSequenceStart() ? read(() => reader.allowSequenceEnd(), items => items, value) : reader.allowLiteral().value;
  };
  const read = (ends, made, next) => {
    const all = [];
    while (!ends()) all.push(next());
    return made(all);
  };
  reader.validateStart();
  return value();
}

const decode = text => Buffer.from(text, 'base64').toString('utf16le');
const report = mismatch => console.log(JSON.stringify(mismatch));

function compare(file, reader, part, index, meant, read) {
  compared++;
  if (read !== meant) report({ file, reader, part, index, meant, read });
}

for (const { file, meant, keys, workflow, env, scripts } of JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))) {
  const text = fs.readFileSync(file, 'utf8');
  if (workflow) {
    const { context, value: root } = parseWorkflow({ name: 'a.yml', content: text }, new NoOperationTraceWriter());
    for (const error of context.errors.getErrors()) report({ file, reader: 'workflow', error: error.message });
    const read = valueOf(child(root, 'env')) ?? {};
    env.forEach((one, index) => compare(file, 'workflow', 'env', index, decode(one), read[`V${index}`]));
    const steps = valueOf(child(child(child(root, 'jobs'), 'j'), 'steps')) ?? [];
    scripts.forEach((one, index) => compare(file, 'workflow', 'scripts', index, decode(one), steps[index]?.run));
    continue;
  }
  for (const [name, read] of Object.entries(readers)) {
    let value;
    try { value = read(text); } catch (error) { report({ file, reader: name, error: error.message }); continue; }
    for (const [part, texts] of Object.entries(meant)) texts.forEach((one, index) => shapes[part](value[part], index).forEach(read => compare(file, name, part, index, decode(one), read)));
    keys.forEach((key, index) => compare(file, name, 'keys', index, index, value.keys[decode(key)]));
  }
}
console.log(JSON.stringify({ compared }));
