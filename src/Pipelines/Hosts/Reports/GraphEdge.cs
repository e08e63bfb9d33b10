namespace Pipelines.Hosts.Reports;

/// <summary>An edge of the picture, from the target that comes first, by its bends, to the one that waits.</summary>
/// <param name="Points">Two at least, one a layer.</param>
/// <param name="Kind">Its look: empty for a dependency, <c>trigger</c> or <c>after</c>.</param>
internal sealed record GraphEdge(IReadOnlyList<GraphPoint> Points, string Kind);
