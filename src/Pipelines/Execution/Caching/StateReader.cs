using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Pipelines.Graph;

namespace Pipelines.Execution.Caching;

/// <summary>Finds out what targets depend on now.</summary>
internal sealed class StateReader(AbsolutePath root, TargetGraph graph, Globs globs, FileHashes hashes, BuildCode code)
{
    private readonly ConcurrentDictionary<string, string> _fingerprints = new(StringComparer.Ordinal);

    /// <summary>The state of a target whose dependencies have all ended, or will not run.</summary>
    public async Task<TargetState> ReadAsync(TargetNode node, RunResults results, CancellationToken cancellationToken)
    {
        var parts = ImmutableArray.CreateBuilder<StatePart>();
        foreach (var path in globs.Find(node.Inputs))
        {
            // A file that is gone since it was found is no input any more.
            if (await hashes.OfAsync(path, cancellationToken) is { } hash)
            {
                parts.Add(new(StateKind.Input, path, hash));
            }
        }
        foreach (var input in node.InputValues)
        {
            parts.Add(new(StateKind.Value, input.Name, TextHash.Of(InputText.Of(input.Value(), root))));
        }
        foreach (var name in node.Dependencies)
        {
            parts.Add(new(StateKind.Dependency, name, Dependency(name, results)));
        }
        parts.Add(new(StateKind.Definition, node.Name, Definition(node)));
        // Native programs that a target makes fit one kind of machine.
        parts.Add(new(StateKind.Code, "build", TextHash.Of(RuntimeInformation.RuntimeIdentifier, await code.HashAsync(cancellationToken))));
        var state = new TargetState(parts.DrainToImmutable());
        _fingerprints[node.Name] = state.Fingerprint;
        return state;
    }

    // What a dependency was made from stands for what it left behind; one that declares no inputs passes on what is before it.
    private string Dependency(string name, RunResults results) => TextHash.Of(
    [
        _fingerprints.GetValueOrDefault(name, ""),
        results.TextOf(name) ?? "",
        .. TargetCache.Serves(graph[name]) ? [] : graph[name].Dependencies.Select(before => Dependency(before, results)),
    ]);

    private static string Definition(TargetNode node) =>
        TextHash.Of([node.ResultType?.ToString() ?? "", node.OutputsStayInPlace ? "in place" : "", .. node.Inputs, "", .. node.Outputs]);
}
