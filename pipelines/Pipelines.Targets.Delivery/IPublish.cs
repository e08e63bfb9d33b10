using Pipelines.Tools;

namespace Pipelines.Targets.Delivery;

/// <summary>Publishes the service's program into a folder.</summary>
public interface IPublish : IPipelineBuild
{
    /// <summary>Project of the service.</summary>
    AbsolutePath ServiceProject { get; }

    /// <summary>Where the published files go; emptied first, so that nothing old is released.</summary>
    AbsolutePath PublishDirectory => RootDirectory / "output" / "publish" / Path.GetFileNameWithoutExtension(ServiceProject);

    /// <summary>Globs of what the published files are made from; the project's own folder and what applies to all projects unless overridden.</summary>
    IEnumerable<string> PublishInputs =>
    [
        $"{Path.GetRelativePath(RootDirectory, ServiceProject.Parent!)}/**/*", "*.props", "*.targets", "global.json", "!**/bin/**", "!**/obj/**",
    ];

    /// <summary>What publishes: Release, without analyzers, as those judged the sources before.</summary>
    Command PublishCommand => Tools.DotNet.Publish(ServiceProject, new()
    {
        Configuration = "Release",
        Output = PublishDirectory,
        Properties = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("RunAnalyzers", "false"),
    });

    /// <summary>Publishes.</summary>
    Target Publish => _ => _
        .Description("Publishes the service's program")
        .Inputs([.. PublishInputs])
        .InputValue(nameof(PublishCommand), () => PublishCommand)
        .Outputs($"{Path.GetRelativePath(RootDirectory, PublishDirectory)}/**/*")
        .Produces($"{Path.GetRelativePath(RootDirectory, PublishDirectory)}/**/*")
        .Executes(cancellationToken =>
        {
            PublishDirectory.CreateOrCleanDirectory();
            return RunAsync(PublishCommand, cancellationToken);
        });
}
