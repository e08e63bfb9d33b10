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

        AnswerWhereDataArrives();
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

    /// <summary>
    /// Lets the thread that learns of data work on it, in place of waking another, which costs a proxy on a small machine a fifth of its time.
    /// The runtime has no other switch, and reads it with its first socket. Requests of the interface still run in the pool.
    /// </summary>
    private static void AnswerWhereDataArrives()
    {
        const string variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
        if (Environment.GetEnvironmentVariable(variable) is null)
        {
            Environment.SetEnvironmentVariable(variable, "1");
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
