using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>A project of a solution. What it says is read from its file as written, without MSBuild: see <see cref="GetProperty"/>.</summary>
/// <param name="Name">As the solution calls it: mostly the file name without its extension.</param>
/// <param name="Path">The project file.</param>
public sealed record SolutionProject(string Name, AbsolutePath Path)
{
    /// <summary>Path of the solution folder such as <c>src/tools</c>, empty outside of any.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The folder of the file.</summary>
    public AbsolutePath Directory => Path.Parent!;

    /// <summary>The path, for whatever takes a string.</summary>
    public static implicit operator string(SolutionProject project) => project.Path;

    /// <summary>The path.</summary>
    public static implicit operator AbsolutePath(SolutionProject project) => project.Path;

    /// <summary>A property as the project file or the nearest <c>Directory.Build.props</c> above writes it; null when neither does.</summary>
    /// <remarks>Not evaluated: conditions (what stands under one is left out), other imports, and <c>$(...)</c> within the value. <see cref="EvaluateAsync"/> asks MSBuild.</remarks>
    public string? GetProperty(string name) => ProjectText.Property(Path, name);

    /// <summary>Such as <c>net10.0</c>; as <see cref="GetProperty"/> reads them.</summary>
    public ImmutableArray<string> TargetFrameworks =>
        [.. (GetProperty("TargetFrameworks") ?? GetProperty("TargetFramework") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The project file itself refers to a package.</summary>
    public bool HasPackageReference(string package) => ProjectText.HasPackageReference(Path, package);

    /// <summary>The exact value of a property, as MSBuild evaluates it; takes about a second.</summary>
    /// <param name="property">Such as <c>Version</c>; one that is not set gives the empty text.</param>
    /// <param name="run">Runs the command: <c>RunAsync</c> of the build.</param>
    /// <param name="cancellationToken">Stops MSBuild.</param>
    /// <exception cref="TargetFailedException">The project cannot be evaluated.</exception>
    public async Task<string> EvaluateAsync(string property, Func<Command, CancellationToken, Task<CommandResult>> run, CancellationToken cancellationToken)
    {
        var result = await run(DotNet.GetProperty(Path, property), cancellationToken);
        return string.Join('\n', result.Output).Trim();
    }

    /// <summary>As the conversion.</summary>
    public AbsolutePath ToAbsolutePath() => Path;

    /// <inheritdoc/>
    public override string ToString() => Path;
}
