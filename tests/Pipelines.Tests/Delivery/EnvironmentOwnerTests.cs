using NUnit.Framework;
using Pipelines.Delivery;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Delivery;

[TestFixture]
public sealed class EnvironmentOwnerTests
{
    [Test]
    public void A_folder_belongs_to_the_service_that_used_it_first()
    {
        using var folder = new ScratchFolder();
        var root = folder / "stages";

        EnvironmentOwner.Problem(root, "shop").ShouldBeNull();
        EnvironmentOwner.Claim(root, "shop");
        EnvironmentOwner.Claim(root, "forum");

        EnvironmentOwner.Problem(root, "shop").ShouldBeNull();
        EnvironmentOwner.Problem(root, "forum").ShouldBe($"The folder '{root}' holds the stages of service 'shop', so 'forum' may not touch them. Give it a folder of its own: --environment-root PATH (or ENVIRONMENT_ROOT).");
    }

    [TestCase("")]
    [TestCase("sho")]
    public void What_a_killed_process_left_half_written_locks_nobody_out(string left)
    {
        using var folder = new ScratchFolder();
        folder.Write("service.txt", left);

        EnvironmentOwner.Problem(folder.Path, "shop").ShouldBeNull();
        EnvironmentOwner.Claim(folder.Path, "shop");

        EnvironmentOwner.Problem(folder.Path, "forum").ShouldNotBeNull();
    }
}
