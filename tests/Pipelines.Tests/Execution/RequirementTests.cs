using NUnit.Framework;
using Serilog;
using Shouldly;

namespace Pipelines.Tests.Execution;

[TestFixture]
public sealed class RequirementTests
{
    [TestCase("Bake", "Parameter 'Taste' is required. Give '--taste Plain|Sweet'")]
    [TestCase("Serve --taste sweet", "Parameter 'Guest' is required. Give '--guest VALUE'")]
    public async Task What_a_number_or_an_enumeration_is_by_itself_is_no_value(string arguments, string told)
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Bakery>(arguments);

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid, ran.Output);
        ran.Error.ShouldContain(told);
    }

    [Test]
    public async Task What_was_given_counts_also_where_it_is_the_same()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Bakery>($"Serve --taste plain --guest {Guid.Empty}");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success, ran.Error);
        ran.Output.ShouldContain($"Plain at 180 for {Guid.Empty}");
    }

    [Test]
    public async Task Help_shows_no_value_that_does_not_count()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Bakery>("--help");

        ran.Output.ShouldContain("--taste Plain|Sweet       (required)\n");
        ran.Output.ShouldContain("--degrees <whole number>  (required)  [180 (default)]\n");
    }

    internal enum Taste
    {
        Plain,
        Sweet,
    }

    internal sealed class Bakery : PipelineBuild
    {
        [Parameter, Required]
        private readonly Taste _taste = default;

        [Parameter, Required]
        private readonly int _degrees = 180;

        [Parameter]
        private readonly Guid _guest = Guid.Empty;

        public Target Bake => _ => _.Executes(() => Log.Information("{Taste} at {Degrees}", _taste, _degrees));

        public Target Serve => _ => _.DependsOn(Bake).Requires(() => _guest).Executes(() => Log.Information("{Taste} at {Degrees} for {Guest}", _taste, _degrees, _guest));
    }
}
