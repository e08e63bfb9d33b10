namespace Pipelines.Execution;

/// <summary>Who waits for whom in a plan, by position; each pair once, however many reasons there are.</summary>
internal sealed class PlanLinks
{
    private readonly Dictionary<string, int> _positions;
    private readonly int[] _before;
    private readonly List<int>?[] _followers;

    public PlanLinks(ExecutionPlan plan)
    {
        var targets = plan.Targets;
        _positions = new(targets.Length, StringComparer.Ordinal);
        _before = new int[targets.Length];
        _followers = new List<int>?[targets.Length];
        IsChain = true;
        for (var position = 0; position < targets.Length; position++)
        {
            var target = targets[position];
            _positions.Add(target.Name, position);
            Link(target.Dependencies.AsSpan(), position);
            Link(target.TriggeredBy.AsSpan(), position);
            Link(target.After.AsSpan(), position);
            IsChain &= position == 0 || Last(_followers[position - 1]) == position;
        }
    }

    /// <summary>Each target waits for the one before it, so that there is never a choice.</summary>
    public bool IsChain { get; }

    public int Position(string name) => _positions[name];

    /// <summary>How many targets have to end first.</summary>
    public int Before(int position) => _before[position];

    /// <summary>In the plan's order.</summary>
    public List<int> Followers(int position) => _followers[position] ?? [];

    private static int Last(List<int>? followers) => followers is { Count: > 0 } ? followers[^1] : -1;

    private void Link(ReadOnlySpan<string> names, int position)
    {
        foreach (var name in names)
        {
            var followers = _followers[_positions[name]] ??= [];
            // Pairs come in the plan's order, so a second reason stands last.
            if (Last(followers) != position)
            {
                followers.Add(position);
                _before[position]++;
            }
        }
    }
}
