using System.Runtime.InteropServices;
using Pipelines.Agent.Supervision;

namespace Pipelines.Agent;

internal static class Program
{
    private static async Task<int> Main(string[] words)
    {
        var (arguments, problem) = AgentArguments.Parse(words);
        if (!OperatingSystem.IsLinux())
        {
            return Say("The agent of the Local platform runs on Linux only; elsewhere use the Docker platform, or WSL on Windows.", 2);
        }

        if (arguments is null)
        {
            return Say(problem!, 2);
        }

        Libc.LeaveSession();
        if (ResidentAgent.Take(arguments, TimeProvider.System, new Random()) is not { } agent)
        {
            return Say($"An agent already runs for '{arguments.Root}'.", 0);
        }

        var ending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => context.Cancel = true);
        await using (agent)
        {
            try
            {
                await agent.StartAsync(() => ending.TrySetResult(), CancellationToken.None);
            }
            catch (IOException failure)
            {
                return Say($"The agent cannot start: {failure.Message}", 1);
            }

            await ending.Task;
        }

        return 0;

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            ending.TrySetResult();
        }
    }

    private static int Say(string sentence, int exitCode)
    {
#pragma warning disable RS0030 // the agent's one word to whoever started it; from then on it writes to agent.log
        Console.WriteLine(sentence);
#pragma warning restore RS0030
        return exitCode;
    }
}
