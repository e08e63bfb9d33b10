using System.Collections.Immutable;

namespace Pipelines.EndToEnd.Harness;

/// <summary>Runs programs in a folder with the variables of a person's shell.</summary>
/// <param name="Folder">Where they run.</param>
internal sealed record Shell(AbsolutePath Folder)
{
    /// <summary>All variables that programs see.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = UserEnvironment.Variables;

    /// <summary>When a program is taken to hang; 5 minutes unless set.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The same shell after <c>export</c>.</summary>
    public Shell With(string name, string value) => this with { Variables = Variables.SetItem(name, value) };

    /// <summary>Starts a program and does not wait; a path such as <c>./build.sh</c> is one of the folder.</summary>
    public ShellRun Start(string program, params IEnumerable<string> arguments) =>
        ShellRun.Start(program.StartsWith("./", StringComparison.Ordinal) ? Folder / program : program, arguments, Folder, Variables);

    /// <summary>Runs a program to its end, whatever its exit code.</summary>
    public async Task<ShellResult> RunAsync(string program, params IEnumerable<string> arguments)
    {
        using var run = Start(program, arguments);
        return await run.WaitAsync(Limit, CancellationToken.None);
    }

    /// <summary>Runs a program that has to succeed, for what a test needs before it begins.</summary>
    public async Task<string> SucceedAsync(string program, params IEnumerable<string> arguments)
    {
        var result = await RunAsync(program, arguments);
        return result.ExitCode == 0 ? result.Output : throw new InvalidOperationException($"{result}");
    }
}
