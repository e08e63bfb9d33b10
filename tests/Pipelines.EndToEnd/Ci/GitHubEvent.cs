using System.Collections.Immutable;

namespace Pipelines.EndToEnd.Ci;

/// <summary>What starts a workflow, and what the repository's settings give to it.</summary>
internal sealed record GitHubEvent(string Name = "push")
{
    public string Ref { get; init; } = "refs/heads/main";

    /// <summary>Branch that a pull request goes to.</summary>
    public string Base { get; init; } = "";

    /// <summary>Answers of the person who started it.</summary>
    public ImmutableDictionary<string, string> Inputs { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, string> Secrets { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Actions that are taken to have succeeded, such as <c>NuGet/login</c>; any other unknown action fails.</summary>
    public ImmutableArray<string> Pretended { get; init; } = [];

    /// <summary>How long a minute of <c>timeout-minutes</c> lasts.</summary>
    public TimeSpan Minute { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Jobs with services run without them.</summary>
    public bool IgnoresServices { get; init; }

    /// <summary>How many jobs run at once.</summary>
    public int Parallel { get; init; } = 2;

    /// <summary>The same as options of <c>ghrun.mjs</c>.</summary>
    public IEnumerable<string> Options() =>
    [
        "--event", Name, "--ref", Ref, "--base", Base, "--minute", $"{Minute.TotalMilliseconds:0}", "--parallel", $"{Parallel}",
        .. Pairs("--input", Inputs), .. Pairs("--secret", Secrets), .. Pairs("--var", Variables),
        .. Pretended.SelectMany(IEnumerable<string> (action) => ["--pretend", action]),
        .. IgnoresServices ? (IEnumerable<string>)["--ignore-services"] : [],
    ];

    private static IEnumerable<string> Pairs(string option, ImmutableDictionary<string, string> values) =>
        values.SelectMany(IEnumerable<string> (value) => [option, $"{value.Key}={value.Value}"]);
}
