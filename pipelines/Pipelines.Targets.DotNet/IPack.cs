using Pipelines.Tools;

namespace Pipelines.Targets.DotNet;

/// <summary>Makes NuGet packages.</summary>
public interface IPack : ICompile
{
    /// <summary>Packs every packable project of the solution.</summary>
    Target Pack => _ => _
        .Description("Makes the NuGet packages")
        .Job(new Job("packages") { FullHistory = true, Reports = [$"{PackagesDirectory.RelativeTo(RootDirectory)}/"] })
        .DependsOn(Compile)
        .Inputs([.. SourceGlobs, "*.md", "LICENSE*"])
        .InputValue(nameof(PackCommand), () => PackCommand)
        .Outputs($"{PackagesDirectory}/*.nupkg")
        .Produces($"{PackagesDirectory}/*.nupkg")
        .Executes(async (run, cancellationToken) =>
        {
            var command = PackCommand;
            PackagesDirectory.CreateOrCleanDirectory();
            await RunAsync(command, cancellationToken);
            var packages = PackagesDirectory.GlobFiles("*.nupkg");
            if (packages.IsEmpty)
            {
                throw new TargetFailedException($"'{command}' made no package. Let a project of the solution be packable (IsPackable), or leave IPack out of the build.");
            }

            run.Summary("Packages", string.Join(", ", packages.Select(package => package.Name)));
        });

    /// <summary>What packs.</summary>
    Command PackCommand => Tools.DotNet.Pack(Solution, new() { Configuration = Configuration, NoBuild = true, Output = PackagesDirectory, Version = PackageVersion });

    /// <summary>Version of the packages: what git's tags and history give, unless overridden; null, which leaves it to the projects, where there is no history.</summary>
    string? PackageVersion => GitRepository.At(RootDirectory, new ProcessRunner(RootDirectory, TimeProvider.System)) is { Problem: null } repository
        ? repository.Version.ToNormalizedString()
        : null;

    /// <summary>Gets the packages; emptied first.</summary>
    AbsolutePath PackagesDirectory => OutputDirectory / "packages";
}
