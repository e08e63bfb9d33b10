// Between GitHub's template tokens, the data of its expression engine, and plain values.
import { Evaluator, Lexer, Parser, data } from '@actions/expressions';

const MAPPING = 2;
const NULL = 7;

/** A plain value as data of the expression engine. */
export function toData(value) {
  if (value === undefined || value === null) return new data.Null();
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'string') return new data.StringData(value);
  if (Array.isArray(value)) return new data.Array(...value.map(toData));
  return new data.Dictionary(...Object.entries(value).map(([key, item]) => ({ key, value: toData(item) })));
}

/** What an expression comes to, as data. */
export function evaluate(expression, contexts, functions) {
  const names = Object.keys(contexts);
  const tree = new Parser(new Lexer(expression).lex().tokens, names, [...functions.values()]).parse();
  return new Evaluator(tree, toData(contexts), functions).evaluate();
}

/** Whether an `if` lets its job or step run. */
export function holds(token, contexts, functions) {
  const result = evaluate(token?.expression ?? 'success()', contexts, functions).coerceString();
  return !['', 'false', '0', 'null'].includes(result);
}

/** A token as a plain value, its expressions evaluated. */
export function valueOf(token, contexts = {}, functions = new Map()) {
  if (token === undefined || token === null) return undefined;
  if (token.isExpression) return JSON.parse(JSON.stringify(evaluate(token.expression, contexts, functions), data.replacer));
  if (token.isScalar) return token.templateTokenType === NULL ? null : token.value;
  const items = Array.from({ length: token.count }, (_, index) => token.get(index));
  return token.templateTokenType === MAPPING
    ? Object.fromEntries(items.map(({ key, value }) => [text(valueOf(key, contexts, functions)), valueOf(value, contexts, functions)]))
    : items.map(item => valueOf(item, contexts, functions));
}

/** The token of a key in a mapping token. */
export function child(mapping, name) {
  for (let index = 0; index < (mapping?.count ?? 0); index++) {
    const { key, value } = mapping.get(index);
    if (key?.value === name) return value;
  }
  return undefined;
}

/** As GitHub puts a value into a string. */
export function text(value) {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** All values of a mapping as texts, for environments and `with`. */
export const texts = mapping => Object.fromEntries(Object.entries(mapping ?? {}).map(([key, value]) => [key, text(value)]));
