using System.Collections.Immutable;
using Pipelines.Delivery.Stages;
using Pipelines.Tools;

namespace Pipelines.Delivery;

/// <summary>What a <see cref="DeliverySession"/> works with.</summary>
public sealed record DeliveryOptions
{
    /// <summary>Name of the service.</summary>
    public required string Service { get; init; }

    /// <summary>In the order in which releases pass them.</summary>
    public required ImmutableArray<Stage> Stages { get; init; }

    /// <summary>Where stages of the Local platform live: agent, copies of releases, journals, ledgers.</summary>
    public required AbsolutePath EnvironmentRoot { get; init; }

    /// <summary>Starts programs.</summary>
    public required ICommandRunner Runner { get; init; }

    /// <summary>The clock; the machine's unless set.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Gets a sentence for each thing that happened.</summary>
    public Action<string> Line { get; init; } = _ => { };

    /// <summary>Gets the state of the running rollout, again and again.</summary>
    public Action<string> Status { get; init; } = _ => { };

    /// <summary>What was asked for, in words, as others see it who want the same stage.</summary>
    public string Command { get; init; } = "";

    /// <summary>Everything that contradicts itself, a sentence each.</summary>
    public IEnumerable<string> Problems()
    {
        if (EnvironmentOwner.Problem(EnvironmentRoot, Service) is { } taken)
        {
            yield return taken;
        }

        if (Stages.IsDefaultOrEmpty)
        {
            yield return $"Service '{Service}' has no stage to go to; list at least one.";
            yield break;
        }

        foreach (var name in Stages.GroupBy(stage => stage.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"Stage '{name.Key}' is listed {name.Count()} times; give each its own name.";
        }

        foreach (var port in Stages.GroupBy(stage => (stage.Platform as LocalPlatform)?.Port).Where(group => group.Key is not null && group.Count() > 1))
        {
            yield return $"Port {port.Key} is wanted by {string.Join(" and ", port.Select(stage => $"stage '{stage.Name}'"))}; give each its own.";
        }

        foreach (var problem in Stages.SelectMany(stage => stage.Problems()))
        {
            yield return problem;
        }
    }
}
