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
}
