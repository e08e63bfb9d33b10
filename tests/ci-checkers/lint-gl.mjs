// What GitLab's schema says of CI files, all files in one process.
// node lint-gl.mjs <.gitlab-ci.yml>...    One JSON line per finding; exit code 1 when there is one.
import fs from 'node:fs';
import yaml from 'yaml';
import { schemaCheck } from './gitlab-schema.mjs';

const check = schemaCheck();
// !reference is left as the list that it is; the schema knows it so.
const reference = { tag: '!reference', collection: 'seq' };

function* findings(file) {
  const text = fs.readFileSync(file, 'utf8');
  const lines = new yaml.LineCounter();
  for (const document of yaml.parseAllDocuments(text, { version: '1.1', customTags: [reference], lineCounter: lines, uniqueKeys: true })) {
    for (const error of [...document.errors, ...document.warnings]) yield { tool: 'gitlab-schema', file, line: error.linePos?.[0].line, message: error.message };
    if (document.errors.length > 0) continue;
    const circle = circleOf(document.toJS());
    if (circle) yield { tool: 'circle', file, message: circle.join(' needs ') };
    if (check(document.toJS())) continue;
    // An error inside an alternative is repeated by the alternative; the deepest says what is wrong.
    for (const error of check.errors.filter(one => !['oneOf', 'anyOf', 'if'].includes(one.keyword) || check.errors.length === 1)) {
      const at = error.instancePath.split('/').slice(1).map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
      const node = document.getIn(at.map(part => /^\d+$/.test(part) ? Number(part) : part), true);
      const line = node?.range ? lines.linePos(node.range[0]).line : undefined;
      yield { tool: 'gitlab-schema', file, line, message: `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}` };
    }
  }
}

// Neither the schema nor gitlab-ci-local sees it: the one does not look, the other never ends.
function circleOf(jobs) {
  const done = new Set();
  const visit = (name, path) => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name) || !Array.isArray(jobs?.[name]?.needs)) return null;
    done.add(name);
    return jobs[name].needs.map(need => visit(need.job ?? need, [...path, name])).find(Boolean) ?? null;
  };
  return Object.keys(jobs ?? {}).map(name => visit(name, [])).find(Boolean);
}

for (const file of process.argv.slice(2)) {
  for (const finding of findings(file)) {
    console.log(JSON.stringify(finding));
    process.exitCode = 1;
  }
}
