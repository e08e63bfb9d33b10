using System.Collections.Immutable;
using Pipelines.Execution.Continuing;
using Pipelines.Graph;
using Pipelines.Parameters;

namespace Pipelines.Cli;

/// <summary>A build class, made, with its parameters bound and its targets read.</summary>
internal sealed record Preparation(PipelineBuild Build, TargetGraph Graph, Invocation Invocation, ImmutableArray<ParameterDeclaration> Parameters, ParameterValues Values, ISecretSource Secrets)
{
    public ImmutableArray<string> Targets => Invocation.Targets.IsEmpty
        ? [.. Graph.Targets.Where(target => target.IsDefault).Select(target => target.Name)]
        : Invocation.Targets;

    /// <summary>The same for the targets of the run that is gone on with, where none was named.</summary>
    public Preparation For(FailedRun? failed) =>
        failed is null || !Invocation.Targets.IsEmpty ? this : this with { Invocation = Invocation with { Targets = failed.Identity.Invoked } };
}
