using System.Runtime.Versioning;
using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Tools;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GitRepositoryTests : IDisposable
{
    private readonly ScratchFolder _root = new();

    [SetUp]
    public Task Make_a_repository() => GitAsync("init", "--quiet", "--initial-branch=trunk");

    public void Dispose() => _root.Dispose();

    [Test]
    public async Task A_tagged_commit_has_the_version_of_its_tag()
    {
        await CommitAsync();
        await GitAsync("tag", "v1.2.3");

        var repository = await ReadAsync();

        repository.Branch.ShouldBe("trunk");
        repository.IsDirty.ShouldBeFalse();
        repository.VersionTag.ShouldBe("v1.2.3");
        repository.Version.ToFullString().ShouldBe($"1.2.3+{repository.Commit![..9]}");
    }

    [TestCase("v1.2.3", "1.2.4-alpha.0.2")]
    [TestCase("v2.0.0-rc.1", "2.0.0-rc.1.2")]
    [TestCase("v1-nonsense", "0.1.0-alpha.0.3")]
    [TestCase("other", "0.1.0-alpha.0.3")]
    public async Task Later_commits_count_up_from_the_tag(string tag, string version)
    {
        await CommitAsync();
        await GitAsync("tag", tag);
        await CommitAsync();
        await CommitAsync();

        (await ReadAsync()).Version.ToNormalizedString().ShouldBe(version);
    }

    [Test]
    public async Task Of_several_tags_on_a_commit_the_highest_counts_and_no_version_is_passed_over()
    {
        await CommitAsync();
        await GitAsync("tag", "v1.9.0");
        await GitAsync("tag", "v1.10.0");
        await GitAsync("tag", "v1.10.0-rc.1");
        await GitAsync("tag", "v2");

        (await ReadAsync()).Version.ToNormalizedString().ShouldBe("1.10.0");

        await CommitAsync();
        await GitAsync("tag", "v3.0");

        (await ReadAsync()).VersionTag.ShouldBe("v1.10.0");
    }

    [Test]
    public async Task Changed_and_unknown_files_make_it_dirty_and_ignored_ones_do_not()
    {
        _root.Write(".gitignore", "ignored\n");
        await GitAsync("add", ".gitignore");
        await CommitAsync();
        _root.Write("ignored", "x");
        (await ReadAsync()).IsDirty.ShouldBeFalse();

        _root.Write("unknown", "x");

        (await ReadAsync()).Version.ToFullString().ShouldEndWith(".dirty");
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task A_detached_shallow_clone_still_has_a_version()
    {
        await CommitAsync();
        await CommitAsync();
        await GitAsync("clone", "--quiet", "--depth=1", $"file://{_root}", "shallow");
        await GitAsync("-C", "shallow", "checkout", "--quiet", "--detach");

        var repository = await GitRepository.ReadAsync(_root / "shallow", Runner(), CancellationToken.None);

        repository.IsShallow.ShouldBeTrue();
        repository.Branch.ShouldBeNull();
        repository.Version.ToNormalizedString().ShouldBe("0.1.0-alpha.0.1");
    }

    [Test]
    public async Task Tags_of_the_commit_and_the_remote_are_told_without_its_password()
    {
        await CommitAsync();
        await GitAsync("tag", "b");
        await GitAsync("tag", "a");
        await GitAsync("remote", "add", "origin", "https://user:token@example.org/shop.git");

        var repository = GitRepository.At(_root.Path, Runner());

        repository.Tags.ShouldBe(["a", "b"]);
        repository.Remote.ShouldBe("https://example.org/shop.git");
        repository.IsOnMainOrMasterBranch().ShouldBeFalse();
    }

    [Test]
    public async Task Without_a_commit_or_a_repository_there_is_a_reason_and_a_fallback()
    {
        (await ReadAsync()).Problem.ShouldBe("There is no commit yet.");

        using var plain = new ScratchFolder();
        var repository = await GitRepository.ReadAsync(plain.Path, Runner(), CancellationToken.None);

        repository.Problem!.ShouldContain("not a git repository");
        repository.Version.ToFullString().ShouldBe("0.1.0-alpha.0.0+unknown");
    }

    private Task<GitRepository> ReadAsync() => GitRepository.ReadAsync(_root.Path, Runner(), CancellationToken.None);

    private Task<CommandResult> CommitAsync() => GitAsync("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet", "--allow-empty", "--message=x");

    private Task<CommandResult> GitAsync(params string[] arguments) => Runner().RunAsync(Command.Of("git", arguments), CancellationToken.None);

    private ProcessRunner Runner() => new(_root.Path, TimeProvider.System);
}
