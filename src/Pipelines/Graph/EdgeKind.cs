namespace Pipelines.Graph;

internal enum EdgeKind
{
    DependsOn,
    DependentFor,
    Before,
    After,
    Triggers,
    TriggeredBy,
    Consumes,
}
