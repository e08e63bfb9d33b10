using NUnit.Framework;
using Pipelines.Delivery.Releases;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Delivery.Releases;

public sealed class ReleaseTests
{
    [Test]
    public void Another_configuration_is_another_release_and_another_version_is_not()
    {
        var release = new Release("shop", "1.0.0", "c0ffee", "artifact", ReleaseConfiguration.Empty);
        var faulty = release with { Configuration = ReleaseConfiguration.Empty with { Settings = ReleaseConfiguration.Empty.Settings.Add("Faults__Errors", "0.3") } };

        new Release("shop", "1.0.1", "facade", "artifact", ReleaseConfiguration.Empty).Digest.ShouldBe(release.Digest);
        new Release("shop", "1.0.0", "c0ffee", "artifact", faulty.Configuration).Digest.ShouldNotBe(release.Digest, StringComparer.Ordinal);
    }

    [Test]
    public void A_secret_counts_by_a_fingerprint_that_does_not_tell_it()
    {
        var one = SecretFingerprint.Of("shop", "Key", new Secret("correct horse battery staple"));

        SecretFingerprint.Of("shop", "Key", new Secret("correct horse battery staple")).ShouldBe(one);
        SecretFingerprint.Of("shop", "Key", new Secret("correct horse battery stapler")).ShouldNotBe(one, StringComparer.Ordinal);
        SecretFingerprint.Of("shop", "Other", new Secret("correct horse battery staple")).ShouldNotBe(one, StringComparer.Ordinal);
        one.Length.ShouldBe(16);
    }

    [Test]
    public async Task A_folder_is_its_names_and_contents()
    {
        using var folder = new ScratchFolder();
        folder.Write("a/one.txt", "1");
        folder.Write("two.txt", "2");
        var digest = await ContentDigest.OfFolderAsync(folder.Path, CancellationToken.None);

        File.SetLastWriteTimeUtc(folder / "two.txt", DateTime.UnixEpoch);
        (await ContentDigest.OfFolderAsync(folder.Path, CancellationToken.None)).ShouldBe(digest);

        folder.Write("two.txt", "3");
        (await ContentDigest.OfFolderAsync(folder.Path, CancellationToken.None)).ShouldNotBe(digest, StringComparer.Ordinal);
    }

    [Test]
    public async Task An_empty_folder_is_no_release()
    {
        using var folder = new ScratchFolder();

        await Should.ThrowAsync<DefinitionException>(() => ContentDigest.OfFolderAsync(folder.Path, CancellationToken.None));
    }
}
