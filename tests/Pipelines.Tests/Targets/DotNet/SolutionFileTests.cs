using NUnit.Framework;
using Pipelines.Targets.DotNet.Solutions;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet;

public sealed class SolutionFileTests
{
    [Test]
    public void The_classic_format_gives_projects_and_no_folders()
    {
        const string Text =
            """
            Microsoft Visual Studio Solution File, Format Version 12.00
            Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{827E0CD3-B72D-47B6-A68D-7590B98EB39B}"
            EndProject
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Sample.Storefront", "src\Sample.Storefront\Sample.Storefront.csproj", "{9A0575CD-59C7-48E8-8278-AE09CA146DDE}"
            EndProject
            """;

        SolutionFile.ProjectPaths(Text).ShouldBe(["src/Sample.Storefront/Sample.Storefront.csproj"]);
    }

    [Test]
    public void The_XML_format_gives_the_same()
    {
        const string Text =
            """
            <Solution>
              <Folder Name="/src/">
                <Project Path="src/Sample.Storefront/Sample.Storefront.csproj" />
              </Folder>
            </Solution>
            """;

        SolutionFile.ProjectPaths(Text).ShouldBe(["src/Sample.Storefront/Sample.Storefront.csproj"]);
    }
}
