// Whether an event starts a workflow.

/** Null when it does, else the reason why not. Path filters are not looked at: there is no commit to compare. */
export function notStarted(events, github) {
  if (!(github.event_name in events)) return `the workflow has no trigger '${github.event_name}'`;
  const filter = events[github.event_name] ?? {};
  if (github.event_name === 'push') {
    const tag = github.ref.startsWith('refs/tags/');
    const [wanted, ignored] = tag ? [filter.tags, filter['tags-ignore']] : [filter.branches, filter['branches-ignore']];
    const onlyOther = !wanted && !ignored && (tag ? filter.branches ?? filter['branches-ignore'] : filter.tags ?? filter['tags-ignore']);
    if (onlyOther || !passes(github.ref_name, wanted, ignored)) return `${github.ref} is not one of its ${tag ? 'tags' : 'branches'}`;
  }
  if (github.event_name.startsWith('pull_request') && !passes(github.base_ref, filter.branches, filter['branches-ignore'])) {
    return `${github.base_ref} is not one of its branches`;
  }
  return null;
}

function passes(name, wanted, ignored) {
  if (ignored) return !ignored.some(pattern => matches(name, pattern));
  // Later patterns win over earlier ones; an exclamation mark takes names out again.
  return !wanted || wanted.reduce((in_, pattern) => pattern.startsWith('!') ? in_ && !matches(name, pattern.slice(1)) : in_ || matches(name, pattern), false);
}

/** GitHub's filter patterns: * stops at a slash, ** does not, ? and + repeat what is before them. */
export function matches(name, pattern) {
  const expression = pattern.replace(/\*\*|\*|[.^$(){}|\\]/g, found => found === '**' ? '.*' : found === '*' ? '[^/]*' : `\\${found}`);
  return new RegExp(`^(?:${expression})$`).test(name);
}
