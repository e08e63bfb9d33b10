namespace Sample.Storefront.Carts;

/// <summary>Keeps carts in this process; the oldest makes room for the newest.</summary>
internal sealed class CartShelf : ICartStore
{
    private readonly Dictionary<string, Dictionary<string, int>> _carts = new(StringComparer.Ordinal);
    private readonly Queue<string> _byAge = new();

    /// <summary>Most carts at once.</summary>
    public int Capacity { get; init; } = 10_000;

    /// <inheritdoc/>
    public Task<Cart> ReadAsync(CartId id, CancellationToken cancellationToken)
    {
        lock (_carts)
        {
            return Task.FromResult(_carts.TryGetValue(id.Text, out var cart) ? Cart.Of(cart) : Cart.Empty);
        }
    }

    /// <inheritdoc/>
    public Task AddAsync(CartId id, Cart more, CancellationToken cancellationToken)
    {
        lock (_carts)
        {
            if (!_carts.TryGetValue(id.Text, out var cart))
            {
                _carts[id.Text] = cart = new(StringComparer.Ordinal);
                _byAge.Enqueue(id.Text);
            }

            foreach (var line in more.Lines)
            {
                cart[line.ProductId!] = Math.Min(cart.GetValueOrDefault(line.ProductId!) + line.Quantity, Cart.MostPieces);
            }

            while (_byAge.Count > Capacity)
            {
                _carts.Remove(_byAge.Dequeue());
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(CartId id, string productId, CancellationToken cancellationToken)
    {
        lock (_carts)
        {
            _carts.GetValueOrDefault(id.Text)?.Remove(productId);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Cart> TakeAsync(CartId id, CancellationToken cancellationToken)
    {
        lock (_carts)
        {
            // The empty cart keeps its place in the queue, so that no cart stands there twice.
            var taken = _carts.TryGetValue(id.Text, out var cart) ? Cart.Of(cart) : Cart.Empty;
            cart?.Clear();
            return Task.FromResult(taken);
        }
    }
}
