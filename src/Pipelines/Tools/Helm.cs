namespace Pipelines.Tools;

/// <summary>Commands to one namespace of one cluster: <c>new Helm { Namespace = "shop" }.Upgrade("shop", chart)</c>.</summary>
public sealed record Helm
{
    /// <summary>Entry of the kubeconfig; the current one unless set.</summary>
    public string? Context { get; init; }

    /// <summary>The namespace; that of the context unless set.</summary>
    public string? Namespace { get; init; }

    /// <summary>File with clusters and credentials; the user's unless set.</summary>
    public AbsolutePath? Kubeconfig { get; init; }

    /// <summary>Installs a release, or brings it to a new revision.</summary>
    public Command Upgrade(string release, string chart, HelmUpgrade? options = null) => Of((options ?? new()).Words(Start("upgrade", "--install").Word(release).Word(chart)));

    /// <summary>Writes what an upgrade would apply.</summary>
    public Command Template(string release, string chart, HelmTemplate? options = null) => Of((options ?? new()).Words(Start("template").Word(release).Word(chart)));

    /// <summary>Judges a chart.</summary>
    public Command Lint(string chart, bool strict = false) => Of(Start("lint").Word(chart).Flag("--strict", strict));

    /// <summary>Goes back to a revision, and waits until it is ready; the one before unless set.</summary>
    public Command Rollback(string release, int? revision = null) =>
        Of(Start("rollback").Word(release).Word(revision?.ToString(System.Globalization.CultureInfo.InvariantCulture)).Word("--wait"));

    /// <summary>Revisions of a release, as JSON.</summary>
    public Command History(string release) => Of(Start("history").Word(release).Option("--output", "json")) with { Quiet = true };

    private CommandWords Start(params ReadOnlySpan<string> words) => new CommandWords(words)
        .Option("--kubeconfig", Kubeconfig?.ToString())
        .Option("--kube-context", Context)
        .Option("--namespace", Namespace);

    private static Command Of(CommandWords words) => words.Of("helm");
}
