// A workflow file as GitHub's own parser reads it.
import { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser';
import fs from 'node:fs';
import path from 'node:path';
import { child } from './values.mjs';

/** The parser refused the file. */
export class RefusedError extends Error {}

/** Jobs in the order of the file: converted ones, which know ids and conditions, with their raw tokens, which keep every key. */
export async function readWorkflow(file) {
  const parsed = parseWorkflow({ name: path.basename(file), content: fs.readFileSync(file, 'utf8') }, new NoOperationTraceWriter());
  if (parsed.context.errors.count > 0) throw new RefusedError(parsed.context.errors.getErrors().map(error => error.message).join('\n'));
  const template = await convertWorkflowTemplate(parsed.context, parsed.value);
  if (template.errors?.length > 0) throw new RefusedError(template.errors.map(error => error.Message).join('\n'));

  const root = parsed.value;
  const jobs = template.jobs.map(job => {
    const raw = child(child(root, 'jobs'), job.id.value);
    const steps = (job.steps ?? []).map((step, index) => ({ ...step, raw: child(raw, 'steps').get(index) }));
    return { ...job, id: job.id.value, needs: (job.needs ?? []).map(need => need.value), raw, steps };
  });
  return { file, root, events: template.events, jobs, name: child(root, 'name')?.value ?? path.basename(file) };
}
