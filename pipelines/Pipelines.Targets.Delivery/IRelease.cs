using System.Collections.Immutable;
using Pipelines.Delivery.Releases;
using Pipelines.Tools;
using Serilog;

namespace Pipelines.Targets.Delivery;

/// <summary>Makes a release of the published program and its configuration.</summary>
public interface IRelease : IPublish, IHaveStages
{
    /// <summary>Environment variables that the service runs with; part of the release.</summary>
    ImmutableSortedDictionary<string, string> ServiceSettings => ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Secret environment variables of the service; the release knows whether they changed, not what they are.</summary>
    ImmutableSortedDictionary<string, Secret> ServiceSecrets => ImmutableSortedDictionary<string, Secret>.Empty;

    /// <summary>Makes the release.</summary>
    Target<Release> Release => _ => _
        .Description("Makes the release: version, commit, digest and configuration")
        .Job(new Job("release") { FullHistory = true })
        .DependsOn(Publish)
        .Executes(MakeReleaseAsync);

    private async Task<Release> MakeReleaseAsync(ITargetRun run, CancellationToken cancellationToken)
    {
        var artifact = await ContentDigest.OfFolderAsync(PublishDirectory, cancellationToken);
        var repository = await GitRepository.ReadAsync(RootDirectory, new ProcessRunner(RootDirectory, TimeProvider.System), cancellationToken);
        var secrets = ServiceSecrets.ToImmutableSortedDictionary(secret => secret.Key, secret => SecretFingerprint.Of(ServiceName, secret.Key, secret.Value), StringComparer.Ordinal);
        var release = new Release(
            ServiceName,
            repository.Version.ToFullString(),
            repository.Commit ?? "",
            artifact,
            new(ServiceSettings.WithComparers(StringComparer.Ordinal), secrets));
        Log.Information("{Service} {Release} from {Files}", ServiceName, release, Path.GetRelativePath(RootDirectory, PublishDirectory));
        run.Summary("Release", release.ToString());
        return release;
    }
}
