using System.Collections.Immutable;
using Pipelines.Ci.Yaml;

namespace Pipelines;

/// <summary>A way in which CI runs targets. Written as a file of GitHub Actions and as jobs of GitLab CI; ready-made ones are in <see cref="Workflows"/>.</summary>
/// <param name="Name">For people, such as <c>Continuous</c>; the file is named by it.</param>
public sealed record Workflow(string Name)
{
    /// <summary>What starts it.</summary>
    public ImmutableArray<Trigger> Triggers { get; init; } = [];

    /// <summary>What the jobs run on.</summary>
    public Runner Runner { get; init; } = Runners.Ubuntu2404;

    /// <summary>Container image of GitLab's jobs, best with a digest; the SDK of .NET 10 unless set.</summary>
    public string Image { get; init; } = "mcr.microsoft.com/dotnet/sdk:10.0";

    /// <summary>Jobs with what their targets cannot know. A job that nobody describes has what its targets say of it.</summary>
    public ImmutableArray<Job> Jobs { get; init; } = [];

    /// <summary>Environment variables of all jobs.</summary>
    public ImmutableSortedDictionary<string, Expr> Variables { get; init; } = ImmutableSortedDictionary.Create<string, Expr>(StringComparer.Ordinal);

    /// <summary>Files kept between runs.</summary>
    public ImmutableArray<Cache> Caches { get; init; } = [Cache.NuGet];

    /// <summary>Runs that must not be at work at the same time. Unless set, checks of one branch cancel older ones, and what deploys or is started by hand waits.</summary>
    public Concurrency? Concurrency { get; init; }

    /// <summary>A job that succeeds when all others did or were left out, to be the one required check: GitHub only, as GitLab judges the whole pipeline.</summary>
    public string? Gate { get; init; }

    /// <summary>The only branch that deploys; a deployment that a pull request could start is refused.</summary>
    public string Trunk { get; init; } = "main";

    /// <summary>Keys of GitHub's workflow that no word here says; each replaces what would stand there.</summary>
    public YamlNode.Map? GitHub { get; init; }

    /// <summary>Checks of generated files that are let pass, with the reason.</summary>
    public ImmutableSortedDictionary<string, string> Accepts { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    internal ImmutableArray<TargetChoice> Targets { get; init; } = [];

    /// <summary>The workflow with targets of the build class, and all that they depend on.</summary>
    public Workflow Runs(params ReadOnlySpan<Delegate> targets)
    {
        var all = Targets.ToBuilder();
        foreach (var target in targets)
        {
            all.Add(TargetChoice.Of(target));
        }
        return this with { Targets = all.ToImmutable() };
    }

    /// <summary>The workflow with targets of a component; without <paramref name="targets"/> its only one.</summary>
    public Workflow Runs<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class => this with { Targets = [.. Targets, .. TargetChoice.Of(targets)] };

    /// <summary>The workflow for a repository whose trunk is not <c>main</c>: that branch deploys, and triggers that wait for the trunk wait for it.</summary>
    public Workflow OnTrunk(string branch)
    {
        return this with { Trunk = branch, Triggers = [.. Triggers.Select(Moved)] };

        Trigger Moved(Trigger trigger) => trigger switch
        {
            Trigger.Push push => push with { Branches = Renamed(push.Branches) },
            Trigger.PullRequest change => change with { Branches = Renamed(change.Branches) },
            _ => trigger,
        };

        ImmutableArray<string> Renamed(ImmutableArray<string> branches) => [.. branches.Select(name => name == Trunk ? branch : name)];
    }

    /// <summary>The workflow with these jobs in place of those of the same names.</summary>
    public Workflow With(params ReadOnlySpan<Job> jobs)
    {
        var all = Jobs;
        foreach (var job in jobs)
        {
            var known = all.Select(other => other.Name).ToList().IndexOf(job.Name);
            all = known < 0 ? all.Add(job) : all.SetItem(known, job);
        }
        return this with { Jobs = all };
    }
}
