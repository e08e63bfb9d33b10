using System.Collections.Immutable;

namespace Pipelines.Tests.Architecture;

/// <summary>Who may use whom: the one table that holds the walls between rooms.</summary>
internal static class DependencyRules
{
    private const string Engine = "Pipelines";
    private const string Delivery = "Pipelines.Delivery";
    private const string Forges = "Pipelines.Forges";

    // What is delivered, where to, and what is seen there: values that every room of the delivery speaks of.
    private static readonly string[] Models = ["Pipelines.Delivery.Releases.*", "Pipelines.Delivery.Stages.*"];

    // What was measured is kept; who judged it is not known there.
    private static readonly string[] Measured =
        ["Pipelines.Delivery.Analysis.Measurement", "Pipelines.Delivery.Analysis.MetricValue", "Pipelines.Delivery.Analysis.Verdict"];

    public static ImmutableArray<Rule> All { get; } =
    [
        new("Pipelines")
        {
            Assembly = Engine,
            // The second member of a component is a command, and running it gives a result: values, no process.
            // What a CI system can say and no word of ours does is written as a node of its file.
            MayUse = ["Pipelines.Tools.Command", "Pipelines.Tools.CommandResult", "Pipelines.Ci.Yaml"],
            Door = "Pipelines.PipelineBuild",
            MustNotTouch = [.. Platform.Files, .. Platform.Network, .. Platform.Processes],
        },
        new("Pipelines.Logging.*") { Assembly = Engine, MayUse = ["Pipelines", "Pipelines.Parameters.AssemblyMetadata"], MustNotTouch = [.. Platform.Files, .. Platform.Network, .. Platform.Processes] },
        new("Pipelines.Parameters.*") { Assembly = Engine, MayUse = ["Pipelines"], MustNotTouch = Platform.Processes },
        new("Pipelines.Tools.*") { Assembly = Engine, MayUse = ["Pipelines"] },
        // Which secrets there are is a question of parameters; some are found by programs.
        new("Pipelines.Secrets.*") { Assembly = Engine, MayUse = ["Pipelines", "Pipelines.Parameters.*", "Pipelines.Tools"], MustNotTouch = [.. Platform.Network, .. Platform.Processes] },
        new("Pipelines.Completion.*") { Assembly = Engine, MayUse = ["Pipelines", "Pipelines.Parameters.*", "Pipelines.Secrets.SecretsLine"], MustNotTouch = [.. Platform.Files, .. Platform.Network, .. Platform.Processes] },
        new("Pipelines.Graph.*")
        {
            Assembly = Engine,
            MayUse = ["Pipelines", "Pipelines.Parameters.*"],
            MustNotTouch = [.. Platform.Files, .. Platform.Network, .. Platform.Processes, .. Platform.Clock],
        },
        new("Pipelines.Planning.*") { Assembly = Engine, MayUse = ["Pipelines", "Pipelines.Graph.*"], MustNotTouch = Platform.Impure },
        new("Pipelines.Execution.*")
        {
            Assembly = Engine,
            // The fingerprint of a target reads its commands, which are values.
            MayUse = ["Pipelines", "Pipelines.Graph.*", "Pipelines.Planning.*", "Pipelines.Parameters.*", "Pipelines.Tools.Command"],
            MustNotTouch = ["System.Console"],
        },
        new("Pipelines.Ci") { Assembly = Engine, MayUse = ["Pipelines", "Pipelines.Graph.*", "Pipelines.Planning.*", "Pipelines.Ci.Yaml"], MustNotTouch = Platform.Impure },
        new("Pipelines.Ci.Rehearsals.*") { Assembly = Engine, MayUse = ["Pipelines", "Pipelines.Ci", "Pipelines.Ci.Yaml"], MustNotTouch = Platform.Impure },
        new("Pipelines.Ci.Yaml.*") { Assembly = Engine, MayUse = ["Pipelines"], MustNotTouch = Platform.Impure },
        new("Pipelines.Ci.Safety") { Assembly = Engine, MayUse = ["Pipelines.Ci.Yaml"], MustNotTouch = Platform.Impure },
        // Whether an author's action is pinned is a question to the one table of pins; his shell lines are read as those of whole files are.
        new("Pipelines.Ci.Checks.*")
        {
            Assembly = Engine,
            MayUse = ["Pipelines", "Pipelines.Graph.*", "Pipelines.Ci", "Pipelines.Ci.Yaml.*", "Pipelines.Ci.GitHub.ActionPins", "Pipelines.Ci.GitHub.ActionPin", "Pipelines.Ci.Safety.ShellLine"],
            MustNotTouch = Platform.Impure,
        },
        new("Pipelines.Ci.GitHub.*") { Assembly = Engine, MayUse = ["Pipelines", "Pipelines.Graph.*", "Pipelines.Ci", "Pipelines.Ci.Yaml.*"], MustNotTouch = Platform.Impure },
        new("Pipelines.Ci.GitLab.*") { Assembly = Engine, MayUse = ["Pipelines", "Pipelines.Graph.*", "Pipelines.Ci", "Pipelines.Ci.Yaml.*"], MustNotTouch = Platform.Impure },
        new("Pipelines.Hosts.*")
        {
            Assembly = Engine,
            // How much to show is a word of the command line; a trace has the commands of a run, and hands them on to be run;
            // what is kept of a run is written as a whole or not at all.
            MayUse =
            [
                "Pipelines", "Pipelines.Execution", "Pipelines.Parameters.Verbosity", "Pipelines.Tools.Command", "Pipelines.Tools.CommandResult",
                "Pipelines.Execution.Caching.AtomicFile",
            ],
            MustNotTouch = [.. Platform.Network, .. Platform.Processes],
        },
        new("Pipelines.Delivery.Releases.*") { Assembly = Delivery, MayUse = ["Pipelines"] },
        new("Pipelines.Delivery.Stages.*") { Assembly = Delivery, MayUse = ["Pipelines"] },
        new("Pipelines.Delivery.Analysis.*") { Assembly = Delivery, MayUse = ["Pipelines", .. Models], MustNotTouch = Platform.Impure },
        new("Pipelines.Delivery.Planning.*")
        {
            Assembly = Delivery,
            MayUse = ["Pipelines", .. Models, "Pipelines.Delivery.Analysis.*"],
            MustNotTouch = Platform.Impure,
        },
        new("Pipelines.Delivery.Platforms") { Assembly = Delivery, MayUse = ["Pipelines", .. Models] },
        PlatformRule("Local"),
        PlatformRule("Docker"),
        PlatformRule("Kubernetes"),
        PlatformRule("Simulated"),
        new("Pipelines.Delivery.Ledger.*")
        {
            Assembly = Delivery,
            // Journal and ledger live with the environment, behind an interface of the platform.
            MayUse = ["Pipelines", .. Models, "Pipelines.Delivery.Planning.*", "Pipelines.Delivery.Platforms", .. Measured],
            MustNotTouch = [.. Platform.Files, .. Platform.Network, "System.Console"],
        },
        new("Pipelines.Delivery.Execution.*")
        {
            Assembly = Delivery,
            MayUse =
            [
                "Pipelines", .. Models, "Pipelines.Delivery.Planning.*", "Pipelines.Delivery.Analysis.*", "Pipelines.Delivery.Ledger.*",
                "Pipelines.Delivery.Platforms",
            ],
            MustNotTouch = ["System.Console"],
        },
        new("Pipelines.Delivery.Reporting.*")
        {
            Assembly = Delivery,
            // It words plans, measurements and rollouts, and is told of them while they run; it chooses and does nothing.
            MayUse =
            [
                "Pipelines", .. Models, "Pipelines.Delivery.Planning.*", "Pipelines.Delivery.Analysis.*", "Pipelines.Delivery.Ledger.*",
                "Pipelines.Delivery.Execution.IRolloutObserver",
            ],
            MustNotTouch = [.. Platform.Files, .. Platform.Network, .. Platform.Processes, .. Platform.Tasks, "System.Console"],
        },
        new("Pipelines.Forges") { Assembly = Forges, MayUse = ["Pipelines"], MustNotTouch = [.. Platform.Files, .. Platform.Processes, "System.Net.Http."] },
        new("Pipelines.Forges.Rest.*") { Assembly = Forges, MayUse = ["Pipelines", "Pipelines.Forges"], MustNotTouch = [.. Platform.Files, .. Platform.Processes] },
        ForgeRule("GitHub"),
        ForgeRule("GitLab"),
    ];

    /// <summary>Rooms that stand in the table before they stand in the code; a room that is built leaves this list.</summary>
    public static ImmutableArray<string> NotBuiltYet { get; } =
    [
        "Pipelines.Delivery.Platforms.Docker.*",
        "Pipelines.Delivery.Platforms.Kubernetes.*",
        "Pipelines.Delivery.Platforms.Simulated.*",
    ];

    // Platforms know what they run and nothing of each other; programs are started by the one runner.
    private static Rule PlatformRule(string name) => new($"Pipelines.Delivery.Platforms.{name}.*")
    {
        Assembly = Delivery,
        MayUse = ["Pipelines", "Pipelines.Tools", .. Models, "Pipelines.Delivery.Platforms"],
        MustNotTouch = ["System.Console"],
    };

    // GitHub and GitLab do not know each other.
    private static Rule ForgeRule(string name) => new($"Pipelines.Forges.{name}.*")
    {
        Assembly = Forges,
        MayUse = ["Pipelines", "Pipelines.Forges", "Pipelines.Forges.Rest.*"],
        MustNotTouch = [.. Platform.Files, .. Platform.Processes],
    };
}
