using System.Collections.Immutable;

namespace Pipelines;

/// <summary>Runs a job once for each combination of values.</summary>
/// <param name="Axes">Names with their values; jobs read them with <see cref="Expr.Axis"/>.</param>
public sealed record Matrix(params ImmutableArray<Matrix.Axis> Axes)
{
    /// <summary>Combinations to leave out: those that have all of the given values.</summary>
    public ImmutableArray<ImmutableSortedDictionary<string, string>> Exclude { get; init; } = [];

    /// <summary>Combinations to add.</summary>
    public ImmutableArray<ImmutableSortedDictionary<string, string>> Include { get; init; } = [];

    /// <summary>One that fails stops the others.</summary>
    public bool FailFast { get; init; }

    /// <summary>Combinations at the same time; as many as there are runners unless set. GitHub only.</summary>
    public int? MaxParallel { get; init; }

    /// <summary>One of the things that vary.</summary>
    /// <param name="Name">Lower case, such as <c>os</c>.</param>
    /// <param name="Values">That it takes.</param>
    public sealed record Axis(string Name, params ImmutableArray<string> Values);
}
