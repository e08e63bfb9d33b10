using Pipelines.Targets.DotNet.Testing;
using Pipelines.Tools;

namespace Pipelines.Targets.DotNet;

/// <summary>Everything that tests, under one name.</summary>
public interface ITest : IUnitTest, IIntegrationTest, IEndToEndTest
{
    /// <summary>Runs all tests and adds up what they found.</summary>
    Target Test => _ => _
        .Description("Runs all tests")
        .DependsOn(ForgetTests, UnitTest, IntegrationTest, EndToEndTest);

    /// <summary>Removes the results of earlier runs, so that the sum is of this one.</summary>
    Target ForgetTests => _ => _
        .Unlisted()
        .Triggers(CountTests)
        .Before(UnitTest, IntegrationTest, EndToEndTest)
        .Executes(() => { TestResultsDirectory.DeleteDirectory(); });

    /// <summary>Adds up the results, whether or not tests failed.</summary>
    Target<TestSum> SumTests => _ => _
        .Unlisted()
        .After(UnitTest, IntegrationTest, EndToEndTest)
        .AssuredAfterFailure()
        .Inputs($"{TestResultsDirectory}/**/*.trx", $"{TestResultsDirectory}/**/*.cobertura.xml")
        .Executes(async cancellationToken => TestReport.Sum(await TestReport.ReadAllAsync(TestResultsDirectory, cancellationToken)));

    /// <summary>Tells the sum as the last word; no trigger of <see cref="Test"/>, which does not run when tests failed.</summary>
    Target CountTests => _ => _
        .Unlisted()
        .DependsOn(SumTests)
        .AssuredAfterFailure()
        .Executes(run => TestReport.Tell(run.Result(SumTests), run));
}
