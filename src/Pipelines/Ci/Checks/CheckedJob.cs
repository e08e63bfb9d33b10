namespace Pipelines.Ci.Checks;

/// <summary>A job with its workflow and the words by which findings name it. No tuple: streams of those are compiled anew at each start.</summary>
internal sealed record CheckedJob(PlannedWorkflow Workflow, PlannedJob Job, string Subject);
