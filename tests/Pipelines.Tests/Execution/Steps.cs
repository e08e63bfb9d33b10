using System.Collections.Immutable;

namespace Pipelines.Tests.Execution;

/// <summary>What the targets of a run did, in order; belongs to the test that began it, however many run at once.</summary>
internal sealed class Steps(TimeProvider time)
{
    private static readonly AsyncLocal<Steps?> Slot = new();
    private ImmutableList<string> _all = [];

    public static Steps Current => Slot.Value ?? throw new InvalidOperationException("The test did not begin its steps.");

    public TimeProvider Time => time;

    public ImmutableList<string> All => _all;

    public static Steps Begin(TimeProvider? time = null) => Slot.Value = new(time ?? TimeProvider.System);

    public static void Add(string step)
    {
        var steps = Current;
        ImmutableInterlocked.Update(ref steps._all, (all, added) => all.Add(added), step);
    }
}
