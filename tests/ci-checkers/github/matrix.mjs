// The combinations of a matrix, as GitHub's documentation orders and extends them.

const same = (left, right) => JSON.stringify(left) === JSON.stringify(right);

/** One object per combination; one empty object when there is no matrix. */
export function combinations(matrix) {
  if (!matrix) return [{}];
  const { include = [], exclude = [], ...axes } = matrix;
  const names = Object.keys(axes);
  const product = names.length === 0 ? [] : names.reduce((all, name) => all.flatMap(one => axes[name].map(value => ({ ...one, [name]: value }))), [{}]);
  const originals = product.filter(one => !exclude.some(row => Object.entries(row).every(([name, value]) => same(one[name], value))));

  // An included row extends every combination that it does not contradict, and is one of its own when there is none.
  const legs = originals.map(one => ({ ...one }));
  for (const row of include) {
    const extended = originals.flatMap((one, index) => Object.entries(row).every(([name, value]) => !(name in axes) || same(one[name], value)) ? [index] : []);
    if (extended.length > 0) for (const index of extended) Object.assign(legs[index], row);
    else legs.push({ ...row });
  }
  return legs;
}

/** The name of one run of a job, as GitHub shows it. */
export const legName = (id, leg) => Object.keys(leg).length === 0 ? id : `${id} (${Object.values(leg).join(', ')})`;
