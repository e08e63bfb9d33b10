// node --import ./jsonhook.mjs: lets @actions/* import their .json files without the attribute that Node demands.
import { register } from 'node:module';

const hook = `
export async function load(url, context, next) {
  return next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
