// What a person or another workflow gives to a workflow.
import { RefusedError } from './workflow.mjs';

/** The context `inputs`: defaults filled in, each value of its type. */
export function readInputs(declared = {}, given) {
  const unknown = Object.keys(given).filter(name => !(name in declared));
  if (unknown.length > 0) throw new RefusedError(`Unexpected inputs provided: ${unknown.join(', ')}`);
  return Object.fromEntries(Object.entries(declared).map(([name, input]) => [name, read(name, input, given[name])]));
}

function read(name, { type, required, options, default: otherwise }, given) {
  const value = given ?? plain(otherwise) ?? (type === 'boolean' ? false : '');
  if (required && value === '') throw new RefusedError(`Required input '${name}' not provided`);
  if (options && !options.includes(value)) throw new RefusedError(`Provided value '${value}' for input '${name}' not in the list of allowed values`);
  if (type === 'boolean') return value === true || value === 'true';
  return type === 'number' ? Number(value) : value;
}

const plain = value => value?.value ?? value;
