namespace Pipelines.Tools;

/// <summary>Commands to one namespace of one cluster: <c>new Kubectl { Context = "staging", Namespace = "shop" }.Apply(file)</c>.</summary>
public sealed record Kubectl
{
    /// <summary>Entry of the kubeconfig; the current one unless set.</summary>
    public string? Context { get; init; }

    /// <summary>The namespace; that of the context unless set.</summary>
    public string? Namespace { get; init; }

    /// <summary>File with clusters and credentials; the user's unless set.</summary>
    public AbsolutePath? Kubeconfig { get; init; }

    /// <summary>Brings the cluster to what a file or folder says; <c>-</c> reads <see cref="Command.Input"/>.</summary>
    public Command Apply(string file, KubectlApply? options = null) => Of((options ?? new()).Words(Start("apply").Option("--filename", file)));

    /// <summary>What <see cref="Apply"/> would change; ends with 1 when there is something.</summary>
    public Command Diff(string file) => Of(Start("diff").Option("--filename", file)) with { SuccessCodes = [0, 1] };

    /// <summary>Waits until a rollout is through.</summary>
    /// <param name="name">Such as <c>deployment/shop</c>.</param>
    /// <param name="timeout">No limit unless set.</param>
    public Command RolloutStatus(string name, TimeSpan? timeout = null) => Of(Start("rollout", "status").Word(name).Option("--timeout", timeout));

    /// <summary>Goes back to a revision; the one before unless set.</summary>
    public Command RolloutUndo(string name, int? revision = null) => Of(Start("rollout", "undo").Word(name).Option("--to-revision", revision));

    /// <summary>Facts as JSON.</summary>
    /// <param name="name">Such as <c>deployment/shop</c> or <c>pods</c>.</param>
    /// <param name="selector">Labels such as <c>app=shop</c>.</param>
    public Command Get(string name, string? selector = null) => Of(Start("get").Word(name).Option("--selector", selector).Option("--output", "json")) with { Quiet = true };

    /// <summary>Deletes a thing; one that is not there is fine.</summary>
    public Command Delete(string name) => Of(Start("delete").Word(name).Word("--ignore-not-found"));

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="name">Such as <c>deployment/shop</c>.</param>
    /// <param name="condition">Such as <c>condition=Available</c> or <c>delete</c>.</param>
    /// <param name="timeout">30 seconds unless set.</param>
    public Command Wait(string name, string condition, TimeSpan? timeout = null) => Of(Start("wait").Word(name).Option("--for", condition).Option("--timeout", timeout));

    /// <summary>Gives a container another image, best by digest.</summary>
    public Command SetImage(string name, string container, string image) => Of(Start("set", "image").Word(name).Word($"{container}={image}"));

    private CommandWords Start(params ReadOnlySpan<string> words) => new CommandWords(words)
        .Option("--kubeconfig", Kubeconfig?.ToString())
        .Option("--context", Context)
        .Option("--namespace", Namespace);

    private static Command Of(CommandWords words) => words.Of("kubectl");
}
