using System.Runtime.Versioning;
using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Tools;

public sealed class AbsolutePathFilesTests
{
    [Test]
    public void Globs_find_files_in_a_fixed_order_and_leave_out_what_is_excluded()
    {
        using var root = new ScratchFolder();
        root.Write("b/x.cs", "");
        root.Write("a/x.cs", "");
        root.Write("a/obj/x.cs", "");

        root.Path.GlobFiles("**/*.cs", "!**/obj/**").Select(file => file.RelativeTo(root.Path)).ShouldBe(["a/x.cs", "b/x.cs"]);
    }

    [Test]
    public void A_link_to_a_folder_is_removed_and_its_target_stays()
    {
        using var root = new ScratchFolder();
        var file = root.Write("target/file", "");
        Directory.CreateSymbolicLink(root / "link", root / "target");

        (root / "link").DeleteDirectory();

        (root / "link").DirectoryExists().ShouldBeFalse();
        file.FileExists().ShouldBeTrue();
    }

    [Test]
    public void The_root_of_the_file_system_is_not_deleted() =>
        Should.Throw<DefinitionException>(() => AbsolutePath.Parse("/").DeleteDirectory()).Message.ShouldContain("is not deleted");

    [Test]
    [UnsupportedOSPlatform("windows")]
    public void A_copy_has_every_file_with_its_mode()
    {
        using var root = new ScratchFolder();
        File.SetUnixFileMode(root.Write("from/deep/run.sh", "x"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        (root / "from").CopyDirectory(root / "to");

        File.GetUnixFileMode(root / "to/deep/run.sh").ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    [Test]
    public async Task The_root_of_the_running_build_and_what_is_above_are_not_deleted()
    {
        using var root = new ScratchFolder();
        var file = root.Write("src/file", "");

        var result = await PipelineBuild.RunAsync<DeletingBuild>(new() { Root = root.Path, Arguments = ["DeleteRoot"] }, CancellationToken.None);

        result.ExitCode.ShouldBe(ExitCodes.Invalid);
        file.FileExists().ShouldBeTrue();
    }

    [Test]
    public void Folders_are_found_by_globs_and_links_are_not_followed()
    {
        using var root = new ScratchFolder();
        root.Write("a/bin/x/bin/file", "");
        root.Write("b/obj/file", "");
        root.Write("b/binary/file", "");
        Directory.CreateSymbolicLink(root / "link", root / "a");

        root.Path.GlobDirectories("**/bin", "**/obj").Select(folder => folder.RelativeTo(root.Path)).ShouldBe(["a/bin", "a/bin/x/bin", "b/obj"]);
        (root / "nowhere").GlobDirectories("**/bin").ShouldBeEmpty();
    }

    [Test]
    public void A_move_follows_its_policy_and_leaves_what_it_may_not_replace()
    {
        using var root = new ScratchFolder();
        root.Write("from/new", "new");
        root.Write("from/both", "from");
        root.Write("to/both", "to");

        Should.Throw<DefinitionException>(() => (root / "from").Move(root / "to")).Message.ShouldContain("exists already");
        (root / "from").Move(root / "to", ExistsPolicy.MergeAndSkip);

        (root / "to/new").ReadAllText().ShouldBe("new");
        (root / "to/both").ReadAllText().ShouldBe("to");
        (root / "from/both").ReadAllText().ShouldBe("from");
        (root / "from").Move(root / "to", ExistsPolicy.MergeAndOverwrite);
        (root / "to/both").ReadAllText().ShouldBe("from");
        (root / "from").Exists().ShouldBeFalse();
        Should.Throw<DefinitionException>(() => (root / "to").Copy(root / "to/inside")).Message.ShouldContain("lies in it");
    }

    [Test]
    public void Only_a_newer_file_replaces_where_that_is_asked()
    {
        using var root = new ScratchFolder();
        var from = root.Write("from", "from").TouchFile(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var to = root.Write("to", "to").TouchFile(new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero));

        from.Copy(to, ExistsPolicy.MergeAndOverwriteIfNewer);
        to.ReadAllText().ShouldBe("to");

        from.TouchFile(new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero)).Copy(to, ExistsPolicy.MergeAndOverwriteIfNewer);
        to.ReadAllText().ShouldBe("from");
    }

    [TestCase(true)]
    [TestCase(false)]
    public void What_was_packed_is_unpacked(bool zip)
    {
        using var root = new ScratchFolder();
        root.Write("from/deep/file", "text");
        root.Write("from/other.tmp", "");
        var (from, archive, to) = (root / "from", root / "out/archive", root / "to");

        _ = zip ? from.ZipTo(archive, Wanted) : from.TarGZipTo(archive, Wanted);
        _ = zip ? archive.UnZipTo(to) : archive.UnTarGZipTo(to);

        (to / "deep/file").ReadAllText().ShouldBe("text");
        (to / "other.tmp").Exists().ShouldBeFalse();
        to.GetDirectoryHash().ShouldBe(from.GetDirectoryHash("**/file"));
        static bool Wanted(AbsolutePath file) => !file.HasExtension("tmp");
    }

    [Test]
    public void Values_go_into_files_and_come_back()
    {
        using var root = new ScratchFolder();
        var file = root / "deep/value.json";

        file.WriteJson(new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 1 }).ReadJson<Dictionary<string, int>>()["a"].ShouldBe(1);
        file.UpdateText(_ => "nothing");

        Should.Throw<DefinitionException>(() => file.ReadJson<int>()).Message.ShouldContain("value.json' cannot be read as a Int32");
        file.GetFileHash().ShouldBe("1785cfc3bc6ac7738e8b38cdccd1af12563c2b9070e07af336a1bf8c0f772b6a");
        file.DeleteFile().DeleteFile().Exists().ShouldBeFalse();
    }

    [Test]
    public void Parts_of_a_path_are_told_and_changed()
    {
        var file = AbsolutePath.Parse("/src/shop.tar.gz");

        file.NameWithoutExtension.ShouldBe("shop.tar");
        file.Extension.ShouldBe(".gz");
        file.WithExtension("zip").ToString().ShouldBe("/src/shop.tar.zip");
        (file + ".bak").Name.ShouldBe("shop.tar.gz.bak");
        file.HasExtension("zip", ".GZ").ShouldBeTrue();
        file.Parent!.Contains(file).ShouldBeTrue();
        AbsolutePath.Parse("/sr").Contains(file).ShouldBeFalse();
        AbsolutePath.Parse("/").Contains(file).ShouldBeTrue();
        AbsolutePath.Parse("/src").GetRelativePathTo(AbsolutePath.Parse("/other/x")).ShouldBe("../other/x");
        file.FindParent(folder => folder.Name == "src").ShouldBe(AbsolutePath.Parse("/src"));
    }

    private sealed class DeletingBuild : PipelineBuild
    {
        public Target DeleteRoot => _ => _.Executes(() => { RootDirectory.DeleteDirectory(); });
    }
}
