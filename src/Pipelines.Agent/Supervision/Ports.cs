using System.Net;
using System.Net.Sockets;

namespace Pipelines.Agent.Supervision;

/// <summary>Free loopback ports, none given to two instances at once.</summary>
internal sealed class Ports(Random random)
{
    // Below the kernel's range for outgoing connections, where a busy proxy would take a port between choice and use.
    private const int First = 20000;
    private const int Last = 32000;

    private readonly Lock _gate = new();
    private readonly HashSet<int> _given = [];

    public int Take()
    {
        lock (_gate)
        {
            for (var attempt = 0; attempt < 1000; attempt++)
            {
                var port = random.Next(First, Last);
                if (!_given.Contains(port) && IsFree(port))
                {
                    _given.Add(port);
                    return port;
                }
            }
        }

        throw new InvalidOperationException($"No free loopback port between {First} and {Last} was found in 1000 tries; stop what occupies them.");
    }

    /// <summary>Marks the port of an adopted instance.</summary>
    public void Keep(int port)
    {
        lock (_gate)
        {
            _given.Add(port);
        }
    }

    public void Return(int port)
    {
        lock (_gate)
        {
            _given.Remove(port);
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
