using NUnit.Framework;
using Pipelines.Targets.DotNet.Testing;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet;

public sealed class SkipReasonTests
{
    [TestCase("skipped: needs no-such-program, install with apt-get install nothing", "no-such-program")]
    [TestCase("needs no.such.program.", "no.such.program")]
    [TestCase("skipped: needs dotnet, install with apt-get install dotnet-sdk-10.0", null)]
    [TestCase("flaky, see the issue", null)]
    [TestCase("", null)]
    public void A_skip_stands_only_while_the_program_it_needs_is_not_installed(string reason, string? missing) =>
        SkipReason.MissingProgram(reason).ShouldBe(missing);
}
