using System.Net.Sockets;

namespace Pipelines.Tests.Architecture.Fixtures.Pure;

public static class CatchesFromTheNetwork
{
    public static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (SocketException)
        {
            return;
        }
    }
}
