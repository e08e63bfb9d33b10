using System.Collections.Immutable;
using Pipelines.Graph;
using Pipelines.Parameters;

namespace Pipelines.Cli;

/// <summary>A build class, made, with its parameters bound and its targets read.</summary>
internal sealed record Preparation(PipelineBuild Build, TargetGraph Graph, Invocation Invocation, ImmutableArray<ParameterDeclaration> Parameters, ParameterValues Values, ISecretSource Secrets)
{
    public ImmutableArray<string> Targets => Invocation.Targets.IsEmpty
        ? [.. Graph.Targets.Where(target => target.IsDefault).Select(target => target.Name)]
        : Invocation.Targets;
}
