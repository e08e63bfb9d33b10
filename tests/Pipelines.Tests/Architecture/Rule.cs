using System.Collections.Immutable;
using System.Reflection;

namespace Pipelines.Tests.Architecture;

/// <summary>What the types of a room may use of this repository, and what of the platform they must not touch.</summary>
/// <param name="Room">A namespace; <c>Name.*</c> for those below too.</param>
internal sealed record Rule(string Room)
{
    /// <summary>Name of the assembly that has the room.</summary>
    public required string Assembly { get; init; }

    /// <summary>Rooms, or full names of types, beside the room itself.</summary>
    public ImmutableArray<string> MayUse { get; init; } = [];

    /// <summary>Full names of types, or namespaces ending in a dot.</summary>
    public ImmutableArray<string> MustNotTouch { get; init; } = [];

    /// <summary>The one type of the room that may use anything of this repository, if any.</summary>
    public string? Door { get; init; }

    public ImmutableArray<string> Violations(Assembly assembly)
    {
        var types = Rooms.Types(assembly, Room);
        return [.. Rooms.Uses(types).Where(use => IsForbidden(use) || IsTouched(use)).Select(use => use.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public override string ToString() => Room;

    private bool IsForbidden(Use use)
    {
        var space = use.Used.Namespace;
        return Rooms.Covers("Pipelines.*", space)
            && !Rooms.Covers(Room, space)
            && !MayUse.Any(allowed => Rooms.Covers(allowed, space) || use.Used.FullName == allowed)
            && Use.Written(use.By).FullName != Door;
    }

    private bool IsTouched(Use use) =>
        !Platform.IsHarmless(use.Name)
        && MustNotTouch.Any(name => name.EndsWith('.')
            ? use.Name.StartsWith(name, StringComparison.Ordinal)
            : use.Name == name || use.Name.StartsWith($"{name}.", StringComparison.Ordinal) || use.Name.StartsWith($"{name}`", StringComparison.Ordinal));
}
