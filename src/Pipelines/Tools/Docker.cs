namespace Pipelines.Tools;

/// <summary>Docker's commands; each is a value, and none takes a secret as an argument.</summary>
public static class Docker
{
    /// <summary>Builds an image from a folder.</summary>
    public static Command Build(string context, DockerBuild? options = null) => Of((options ?? new()).Words(new("build")).Word(context));

    /// <summary>Builds an image with BuildKit's own command, which can also push, cache elsewhere and serve several platforms.</summary>
    public static Command BuildX(string context, DockerBuild? options = null) => Of((options ?? new()).Words(new("buildx", "build")).Word(context));

    /// <summary>Sends an image; <see cref="Digests"/> then gives the name by digest, which is what to deploy.</summary>
    public static Command Push(string image) => Of(new("push", image));

    /// <summary>Gets an image, best by digest: <c>registry/shop@sha256:...</c>.</summary>
    public static Command Pull(string image) => Of(new("pull", image));

    /// <summary>Gives an image one more name.</summary>
    public static Command Tag(string image, string name) => Of(new("tag", image, name));

    /// <summary>Starts a container.</summary>
    /// <param name="image">Name or digest.</param>
    /// <param name="options">How.</param>
    /// <param name="arguments">Given to the program of the image.</param>
    public static Command Run(string image, DockerRun? options = null, params ReadOnlySpan<string> arguments) =>
        Of((options ?? new()).Words(new("run")).Word(image).Words([.. arguments]));

    /// <summary>Signs in to a registry; the password goes by standard input.</summary>
    public static Command Login(string registry, string user, Secret password) => Of(new("login", "--username", user, "--password-stdin", registry)).WithInput(password);

    /// <summary>Facts of an image, container or other thing: as JSON, or in a Go template.</summary>
    public static Command Inspect(string name, string? format = null) => Of(new CommandWords("inspect").Option("--format", format).Word(name)) with { Quiet = true };

    /// <summary>Names by digest of an image that was pushed or pulled, a line each.</summary>
    public static Command Digests(string image) => Of(new("image", "inspect", "--format", "{{range .RepoDigests}}{{println .}}{{end}}", image)) with { Quiet = true };

    /// <summary>Writes an image into a file.</summary>
    public static Command Save(string image, AbsolutePath file) => Of(new("save", "--output", file, image));

    /// <summary>Reads images from a file.</summary>
    public static Command Load(AbsolutePath file) => Of(new("load", "--input", file));

    /// <summary>Starts what a compose file describes, in the background, and waits until it is healthy.</summary>
    public static Command ComposeUp(DockerCompose? options = null) => Of((options ?? new()).Words(new("compose")).Word("up").Word("--detach").Word("--wait"));

    /// <summary>Stops and removes what a compose file describes.</summary>
    /// <param name="options">Which.</param>
    /// <param name="volumes">Deletes its data, too.</param>
    public static Command ComposeDown(DockerCompose? options = null, bool volumes = false) => Of((options ?? new()).Words(new("compose")).Word("down").Flag("--volumes", volumes));

    private static Command Of(CommandWords words) => words.Of("docker");
}
