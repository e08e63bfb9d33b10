using System.Text;

namespace Pipelines.Cli;

/// <summary>A run as a process: its arguments, variables, streams and signals.</summary>
internal static class CommandLineProgram
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static int Run(Func<BuildInvocation, CancellationToken, Task<BuildResult>> run)
    {
        using var stop = new CancellationTokenSource();
        using var signals = new Signals(stop);
#pragma warning disable RS0030, CA2000 // The one place that knows the console. What replaces it stays open to the end, as work that was left behind may still write.
        using var output = new StreamWriter(Console.OpenStandardOutput(), Utf8);
        using var error = new StreamWriter(Console.OpenStandardError(), Utf8);
        var interactive = !Console.IsOutputRedirected;

        // Streams of their own, as the run writes on the others from another thread.
        Console.SetOut(new FlowConsole(Console.OpenStandardOutput(), Utf8));
        Console.SetError(new FlowConsole(Console.OpenStandardError(), Utf8));
#pragma warning restore RS0030, CA2000
        output.AutoFlush = error.AutoFlush = true;
        var invocation = new BuildInvocation
        {
            Arguments = [.. Environment.GetCommandLineArgs().Skip(1)],
            Environment = Variables.Read(),
            Output = output,
            Error = error,
            Interactive = interactive,
            Input = new ConsoleInput(),
        };
        return run(invocation, stop.Token).GetAwaiter().GetResult().ExitCode;
    }
}
