using System.Collections.Immutable;

namespace Pipelines.Ci;

/// <summary>Workflows with their jobs, before any system's words.</summary>
internal sealed record CiPlan(ImmutableArray<PlannedWorkflow> Workflows);
