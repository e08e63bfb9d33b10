using NUnit.Framework;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Tools;

public sealed class DotNetTests
{
    [Test]
    public void Options_become_words_and_what_is_unset_is_left_out()
    {
        DotNet.Build("x.sln").Arguments.ShouldBe(["build", "x.sln"]);
        DotNet.Build("x.sln", new() { Configuration = "Release", NoRestore = true, Version = "1.2.3" }).ToString()
            .ShouldBe("dotnet build x.sln --configuration Release --no-restore -p:Version=1.2.3");
        DotNet.Format("x.sln", new() { VerifyNoChanges = true, Include = ["a", "b"] }).ToString()
            .ShouldBe("dotnet format x.sln --verify-no-changes --include a b");
        DotNet.Test("x.csproj", new() { NoBuild = true, Loggers = ["trx", "console"], HangLimit = TimeSpan.FromSeconds(90), ResultsDirectory = AbsolutePath.Parse("/r") }).ToString()
            .ShouldBe("dotnet test x.csproj --no-build --results-directory /r --logger trx --logger console --blame-hang-timeout 90000ms");
    }

    [Test]
    public void A_property_keeps_what_MSBuild_would_split() =>
        DotNet.Pack("x.csproj", new() { Properties = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("Authors", "a;b, 100%") })
            .Arguments[^1].ShouldBe("-p:Authors=a%3Bb%2C 100%25");
}
