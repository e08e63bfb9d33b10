using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Pipelines.Parameters;
using Pipelines.Testing;
using Pipelines.Tests.Parameters;

namespace Pipelines.Tests.Cli;

/// <summary>Whatever is typed, set or written ends in a run, or in exit code 2 with what is wrong.</summary>
[TestFixture]
public sealed class AnyInputTests
{
    private static readonly string[] Options = [.. EngineOption.All.Select(option => option.Name), .. ParameterDeclarations.Of(typeof(TypesBuild)).All.Select(parameter => parameter.Option)];

    private static readonly string[] Junk =
    [
        "-", "--", "=", "--=", "-1", "+", "Bake+", "Bake+Bake", "", " ", "\0", "\n", "true", "1", "0.5", "1d", "a=b", "a=1", "{}", "{\"name\":1}", "null", "[]", "v1:", "v1:AAAA",
        "file:", "file:///", "file:none", "op://", "://", "Secrets", "--complete", "--set", "ﬁ", "ß", "\uD800", "😀", "--😀=😀", "../..", "2026-01-31", "1.2.3", "99999999999999999999999",
    ];

    private static Gen<string> Word => Gen.OneOf(
        Gen.Elements(Options),
        Gen.Elements("Bake", "bake", "Print"),
        Gen.Elements(Junk),
        Gen.Elements(Options).SelectMany(option => Gen.Elements(Junk).Select(junk => $"{option}={junk}")),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    [Test]
    public void Any_arguments() => Check(Gen.ArrayOf(Word), (root, words) => Run(root, words, []));

    [Test]
    public void Any_variables() => Check(Gen.ArrayOf(Word), (root, values) =>
    {
        var names = ParameterDeclarations.Of(typeof(TypesBuild)).All.SelectMany(parameter => parameter.Variables).ToArray();
        return Run(root, ["Bake"], values.Select((value, index) => KeyValuePair.Create(names[(index * 7) % names.Length], value)).DistinctBy(pair => pair.Key, StringComparer.Ordinal));
    });

    [Test]
    public void Any_file() => Check(Gen.ArrayOf(Gen.OneOf(Word, Gen.Elements("{", "}", "[", "]", ":", ",", "\"", "\"Taste\"", "\"Sweet\"", "\"Ports\":{", "\"Key\":\"v1:AAAA\"", "\"Oven\":", "\"$schema\":", "//", "1e999"))), (root, pieces) =>
    {
        root.Write(".nuke/parameters.json", Text(pieces));
        root.Write(".nuke/parameters.braces.json", $"{{{Text(pieces)}}}");
        return Run(root, ["Bake"], []) && Run(root, ["Bake", "--profile", "braces"], []);
    });

    // A file cannot hold half a surrogate pair.
    private static string Text(string[] pieces) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(string.Concat(pieces)));

    private static void Check(Gen<string[]> inputs, Func<ScratchFolder, string[], bool> holds)
    {
        using var root = new ScratchFolder();
        Prop.ForAll(inputs.ToArbitrary(), input => holds(root, input)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static bool Run(ScratchFolder root, string[] arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        // A root elsewhere would be one of this machine.
        string[] harmless = [.. arguments.Where(word => !Spelling.Key(word).StartsWith("ROOT", StringComparison.Ordinal))];
        var invocation = new BuildInvocation { Arguments = [.. harmless], Environment = new Dictionary<string, string>(environment, StringComparer.Ordinal), Root = root.Path };

        var result = PipelineBuild.RunAsync<TypesBuild>(invocation, CancellationToken.None).GetAwaiter().GetResult();

        return result.ExitCode switch
        {
            ExitCodes.Success => result.Problems.IsEmpty,
            ExitCodes.Invalid => result.Problems.Any(problem => problem.Trim().Length > 0) && !result.Problems.Any(problem => problem.StartsWith("The build could not be read", StringComparison.Ordinal)),
            _ => false,
        };
    }
}
